using SensorSim.Rendering;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Signals;

namespace SensorSim.Hosting.Runs;

/// <summary>The chains that a camera's radiance goes through: its own first, then the twins that labels ask for.</summary>
internal sealed class CapturedChains
{
    private readonly IReadOnlyList<(LabelSet Label, SensorChain Chain)> _entries;

    private CapturedChains(IReadOnlyList<(LabelSet Label, SensorChain Chain)> entries) => _entries = entries;

    public IReadOnlyList<SensorChain> All => [.. _entries.Select(entry => entry.Chain)];

    /// <exception cref="SensorChainException">The noise of the chain has no known variance, or its picture no colours for a point cloud.</exception>
    public static CapturedChains Of(SensorChain chain, LabelSet labels)
    {
        List<(LabelSet, SensorChain)> entries = [(LabelSet.Rgb, chain)];
        if (labels.HasFlag(LabelSet.Points) && chain.Layout == SampleLayout.Mosaic)
        {
            throw new SensorChainException("The label points has the picture's colours, and a pixel of a mosaic has one of three. Leave the label points out, or the camera's output: raw.");
        }

        if (labels.HasFlag(LabelSet.Clean))
        {
            entries.Add((LabelSet.Clean, NoiseTwins.Clean(chain)));
        }

        if (labels.HasFlag(LabelSet.NoiseVariance))
        {
            entries.Add((LabelSet.NoiseVariance, NoiseTwins.Variance(chain)));
        }

        if (labels.HasFlag(LabelSet.Radiance))
        {
            entries.Add((LabelSet.Radiance, SensorChain.Radiance));
        }

        return new(entries);
    }

    /// <summary>What a chain made of a view.</summary>
    /// <param name="view">Its memory is the plane's.</param>
    /// <param name="label">Which: the picture or a twin.</param>
    public PixelPlane PlaneOf(ViewOutput view, LabelSet label) => PlaneOf(view.Consumed, view.Camera.Intrinsics.Width, view.Camera.Intrinsics.Height, label);

    /// <summary>What a chain made of an image.</summary>
    /// <param name="results">Of all chains, as <see cref="SensorCaptures"/> leaves them; its memory is the plane's.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="label">Which: the picture or a twin.</param>
    public PixelPlane PlaneOf(ReadOnlyMemory<byte> results, int width, int height, LabelSet label)
    {
        int index = _entries.TakeWhile(entry => entry.Label != label).Count();
        SensorChain chain = _entries[index].Chain;
        int bytes = width * height * chain.OutputChannels * (int)chain.OutputType;
        return new(width, height, chain.OutputChannels, chain.OutputType, results[SensorCaptures.RangeOf(All, index, width, height)][..bytes]);
    }

    /// <summary>Pixels of the picture that mean nothing.</summary>
    public NonFinitePixels NonFinite(ReadOnlyMemory<byte> results, int width, int height) => NonFinitePixels.Of(results[SensorCaptures.RangeOf(All, 0, width, height)].Span);
}
