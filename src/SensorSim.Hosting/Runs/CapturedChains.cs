using SensorSim.Rendering;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Scenarios;
using SensorSim.Signals;

namespace SensorSim.Hosting.Runs;

/// <summary>The chains that a camera's radiance goes through: its own first, then the twins that labels ask for.</summary>
internal sealed class CapturedChains
{
    private readonly IReadOnlyList<(LabelSet Label, SensorChain Chain)> _entries;

    private CapturedChains(IReadOnlyList<(LabelSet Label, SensorChain Chain)> entries) => _entries = entries;

    public IReadOnlyList<SensorChain> All => [.. _entries.Select(entry => entry.Chain)];

    /// <exception cref="SensorChainException">The noise of the chain has no known variance.</exception>
    public static CapturedChains Of(SensorChain chain, LabelSet labels)
    {
        List<(LabelSet, SensorChain)> entries = [(LabelSet.Rgb, chain)];
        if (labels.HasFlag(LabelSet.Clean))
        {
            entries.Add((LabelSet.Clean, NoiseTwins.Clean(chain)));
        }

        if (labels.HasFlag(LabelSet.NoiseVariance))
        {
            entries.Add((LabelSet.NoiseVariance, NoiseTwins.Variance(chain)));
        }

        return new(entries);
    }

    /// <summary>What a chain made of a view.</summary>
    /// <param name="view">Its memory is the plane's.</param>
    /// <param name="label">Which: the picture or a twin.</param>
    public PixelPlane PlaneOf(ViewOutput view, LabelSet label)
    {
        int index = _entries.TakeWhile(entry => entry.Label != label).Count();
        SensorChain chain = _entries[index].Chain;
        (int width, int height) = (view.Camera.Intrinsics.Width, view.Camera.Intrinsics.Height);
        int bytes = width * height * chain.OutputChannels * (int)chain.OutputType;
        return new(width, height, chain.OutputChannels, chain.OutputType, view.Consumed[SensorCaptures.RangeOf(All, index, width, height)][..bytes]);
    }

    /// <summary>Pixels of the picture that mean nothing.</summary>
    public NonFinitePixels NonFinite(ViewOutput view) =>
        NonFinitePixels.Of(view.Consumed[SensorCaptures.RangeOf(All, 0, view.Camera.Intrinsics.Width, view.Camera.Intrinsics.Height)].Span);
}
