using SensorSim.Datasets;
using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Rendering.Sensors;

/// <summary>
/// The stages from radiance to the picture, each fitting the next. The stages in front of <see cref="CollapseAt"/> act on
/// every radiance layer; there the rows' exposure windows join the layers; the rest act on one image.
/// </summary>
public sealed class SensorChain
{
    internal SensorChain(IReadOnlyList<ChainStage> stages, int collapseAt, ChainEnding ending)
    {
        Stages = stages;
        CollapseAt = collapseAt;
        Ending = ending;
    }

    /// <summary>In the order of light.</summary>
    public IReadOnlyList<ChainStage> Stages { get; }

    /// <summary>Index of the first stage behind the shutter; the number of stages when there is none.</summary>
    public int CollapseAt { get; }

    /// <summary>What follows the last stage.</summary>
    public ChainEnding Ending { get; }

    /// <summary>Three samples of this type make a pixel of the output.</summary>
    public SampleType OutputType => Ending == ChainEnding.Store ? SampleType.UInt16 : SampleType.UInt8;

    /// <summary>What provenance says: each stage with all its parameters.</summary>
    public IReadOnlyList<StageRecord> Records => [.. Stages.Select(stage => stage.ToRecord())];

    /// <summary>
    /// What decides the generated shaders: two chains with equal structures differ in numbers only and share a runner.
    /// </summary>
    public string Structure =>
        $"{string.Join(';', Stages.Select(stage => $"{stage.Plugin.Manifest.Id}@{stage.Plugin.Digest}"))}|{CollapseAt}|{Ending}";

    /// <summary>Checks a camera's sensor list and builds its chain.</summary>
    /// <param name="plugins">By id.</param>
    /// <param name="requests">The camera's list.</param>
    /// <param name="output">What the camera writes.</param>
    /// <param name="whyUnusable">Of a plugin's id: why it is installed and yet not among the plugins; null when it is not installed.</param>
    /// <exception cref="SensorChainException">Something does not fit; all errors are listed.</exception>
    public static SensorChain Build(
        IReadOnlyDictionary<string, InstalledPlugin> plugins,
        IReadOnlyList<StageRequest> requests,
        SensorOutput output = SensorOutput.Display,
        Func<string, string?>? whyUnusable = null) => new SensorChainBuilder(plugins, output, whyUnusable ?? (static _ => null)).Build(requests);

    /// <summary>
    /// Focal-plane exposure (lx·s) that just saturates: of the stage that converts light to charge, else ISO 12232's for this speed.
    /// </summary>
    public double SaturationLuxSeconds(double iso) =>
        Stages.Select(stage => stage.Stage.SaturationLuxSecondsOf(stage.Parameters, iso)).FirstOrDefault(value => value is not null)
        ?? Exposure.StandardSaturationLuxSeconds(iso);

    /// <summary>The range of the digital numbers that reach a stage; 0 to 1 when none do.</summary>
    public RawRange RawBefore(int stage, double iso) =>
        Stages.Take(stage).Reverse()
            .Select(earlier => earlier.Stage.RawRangeOf(earlier.Parameters, iso))
            .FirstOrDefault(range => range is not null) ?? RawRange.Unit;
}
