using SensorSim.Datasets.Images;
using SensorSim.Datasets.Labels;
using SensorSim.Datasets.Storage;
using SensorSim.Rendering;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Scenarios;
using SensorSim.Signals;

namespace SensorSim.Hosting.Runs;

/// <summary>Names a view's results as the dataset does, and says how each is stored.</summary>
/// <param name="labels">What is wanted.</param>
/// <param name="depthFile">How depth is stored.</param>
/// <param name="depthScale">Metres per unit of a 16-bit depth image.</param>
public sealed class FramePlanes(LabelSet labels, ImageFormat depthFile, DepthScale depthScale)
{
    /// <summary>What object entries need, whatever is stored.</summary>
    public const LabelKinds ObjectKinds = LabelKinds.Instance | LabelKinds.Coverage;

    /// <summary>What the sensor images are made from: their files say so. Label images are no pictures and carry nothing.</summary>
    public DigitalSourceType Source { get; init; } = DigitalSourceType.Composite;

    /// <summary>What the renderer has to make for the stored planes.</summary>
    public LabelKinds Kinds =>
        (labels.HasFlag(LabelSet.Instance) ? LabelKinds.Instance : LabelKinds.None)
        | (labels.HasFlag(LabelSet.Depth) ? LabelKinds.Depth : LabelKinds.None)
        | (labels.HasFlag(LabelSet.Normal) ? LabelKinds.Normal : LabelKinds.None)
        | (labels.HasFlag(LabelSet.Semantic) ? LabelKinds.Category : LabelKinds.None);

    public DepthFormat DepthFormat => depthFile == ImageFormat.Exr ? DepthFormat.Metres : DepthFormat.Steps;

    public double DepthStepMetres => depthScale.MetresPerUnit;

    /// <summary>Output name → pixels. The memory is the view's.</summary>
    public IReadOnlyDictionary<string, PixelPlane> Of(ViewOutput view, SensorChain chain)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(chain);
        var planes = new SortedDictionary<string, PixelPlane>(StringComparer.Ordinal);
        if (labels.HasFlag(LabelSet.Rgb))
        {
            planes.Add("rgb", Picture(view, chain));
        }

        Add("depth", LabelSet.Depth, view.Depth);
        Add("instance", LabelSet.Instance, view.Instance);
        Add("semantic", LabelSet.Semantic, view.Category);
        Add("normal", LabelSet.Normal, view.Normal);
        return planes;

        void Add(string name, LabelSet label, PixelPlane? plane)
        {
            if (labels.HasFlag(label))
            {
                planes.Add(name, plane!.Value);
            }
        }
    }

    /// <summary>Output name → encoding, for the outputs that are not plain PNG.</summary>
    public IReadOnlyDictionary<string, PlaneEncoding> Encodings(ViewOutput view, SensorChain chain)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(chain);
        return new Dictionary<string, PlaneEncoding>(StringComparer.Ordinal)
        {
            ["rgb"] = PlaneEncoding.Default with { Content = IsNoisy(chain) ? PngContent.Noisy : PngContent.Smooth, Xmp = XmpPacket.Of(Source) },
            ["depth"] = depthFile == ImageFormat.Exr
                ? PlaneEncoding.DepthExr(view.DepthKind)
                : PlaneEncoding.Depth(depthScale.MetresPerUnit, view.DepthKind),
        };
    }

    // A sensor with a converter in its chain makes noise; an ideal one makes a clean picture.
    private static bool IsNoisy(SensorChain chain) => chain.Stages.Any(stage => stage.Stage.Output == SignalDomain.RawDn);

    private static PixelPlane Picture(ViewOutput view, SensorChain chain)
    {
        (int width, int height) = (view.Camera.Intrinsics.Width, view.Camera.Intrinsics.Height);
        int bytes = width * height * 3 * (int)chain.OutputType;
        return new(width, height, 3, chain.OutputType, view.Consumed[..bytes]);
    }
}
