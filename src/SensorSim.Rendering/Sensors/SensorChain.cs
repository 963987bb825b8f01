using System.Globalization;
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
    private volatile FrameConstants? _constants;

    internal SensorChain(IReadOnlyList<ChainStage> stages, int collapseAt, ChainEnding ending)
    {
        Stages = stages;
        CollapseAt = collapseAt;
        Ending = ending;
        Structure = string.Create(CultureInfo.InvariantCulture, $"{string.Join(';', stages.Select(StructureOf))}|{collapseAt}|{ending}|{FilterBits}");
    }

    /// <summary>No stage at all: the light in front of a camera, its rows' exposure windows joined.</summary>
    public static SensorChain Radiance { get; } = new([], 0, ChainEnding.Radiance);

    /// <summary>In the order of light.</summary>
    public IReadOnlyList<ChainStage> Stages { get; }

    /// <summary>Index of the first stage behind the shutter; the number of stages when there is none.</summary>
    public int CollapseAt { get; }

    /// <summary>What follows the last stage.</summary>
    public ChainEnding Ending { get; }

    /// <summary>Samples of a pixel behind the last stage.</summary>
    public SampleLayout Layout => LayoutBefore(Stages.Count);

    /// <summary>Samples of a pixel of the output: 3, or 1 of a mosaic.</summary>
    public int OutputChannels => Layout == SampleLayout.Mosaic ? 1 : 3;

    /// <summary>Colour filters of the mosaic; null where there is none.</summary>
    public FilterPattern? Filters => Stages.Select(stage => (stage.Stage as IMosaicStage)?.FiltersOf(stage.Parameters)).FirstOrDefault(filters => filters is not null);

    /// <summary>The filters as shaders know them: two bits for each of two by two pixels.</summary>
    internal uint FilterBits => Filters is { } f ? (uint)f.TopLeft | (uint)f.TopRight << 2 | (uint)f.BottomLeft << 4 | (uint)f.BottomRight << 6 : 0;

    /// <summary>Type of the output's samples.</summary>
    public SampleType OutputType => Ending switch
    {
        ChainEnding.Store => SampleType.UInt16,
        ChainEnding.Variance or ChainEnding.Radiance => SampleType.Float32,
        _ => SampleType.UInt8,
    };

    /// <summary>What provenance says: each stage with all its parameters.</summary>
    public IReadOnlyList<StageRecord> Records => [.. Stages.Select(stage => stage.ToRecord())];

    /// <summary>
    /// What decides the generated shaders: chains with equal structures differ in numbers only and share a runner. Flags, choices and zeros are part of it.
    /// </summary>
    public string Structure { get; }

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

    /// <summary>Says that an entry's plugin is not there.</summary>
    /// <param name="id">As it was written.</param>
    /// <param name="plugins">By id.</param>
    /// <param name="hints">Looks for what was meant.</param>
    public static string NoPlugin(string id, IReadOnlyDictionary<string, InstalledPlugin> plugins, bool hints = true)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        IEnumerable<string> known = plugins.Values.Where(plugin => plugin.Manifest.Kind is PluginKind.Sensor or PluginKind.Lens).Select(plugin => plugin.Manifest.Id);
        return $"There is no sensor or lens plugin \"{id}\".{(hints ? NearestName.Hint(id, known) : "")}";
    }

    /// <summary>
    /// Focal-plane exposure (lx·s) that just saturates: what a stage says that converts light to charge, else what fills the range of the last raw
    /// stage, else ISO 12232's for this speed.
    /// </summary>
    public double SaturationLuxSeconds(double iso) =>
        Stages.Select(stage => stage.Stage.SaturationLuxSecondsOf(stage.Parameters, iso)).FirstOrDefault(value => value is not null)
        ?? FillingLuxSeconds(iso)
        ?? Exposure.StandardSaturationLuxSeconds(iso);

    /// <summary>The range of the signal in front of a stage; from 0 on without limit for light.</summary>
    public SignalRange RangeBefore(int stage, double iso) => Before(stage).Aggregate(
        SignalRange.Unlimited,
        (range, earlier) => earlier.Stage.RangeOf(earlier.Parameters, iso, range));

    /// <summary>Samples of a pixel in front of a stage.</summary>
    public SampleLayout LayoutBefore(int stage) => Before(stage).Aggregate(SampleLayout.Rgb, (layout, earlier) => earlier.Stage.OutputLayout ?? layout);

    private IEnumerable<ChainStage> Before(int stage) => Stages.Take(stage).Where(earlier => !earlier.IsVariance);

    /// <summary>The numbers of its stages as shaders read them. Kept for the next frame, because a camera rarely changes its speed and a kernel takes long to work out.</summary>
    internal FrameConstants ConstantsAt(double iso) => _constants is { } known && known.Iso.Equals(iso) ? known : _constants = new(this, iso);

    private static string StructureOf(ChainStage stage) =>
        $"{(stage.IsVariance ? "variance of " : "")}{stage.Plugin.Manifest.Id}@{stage.Plugin.Digest}({string.Join(',', StageDeclarations.Constants(stage).Select(constant => $"{constant.Name}={constant.Value}"))})";

    private double? FillingLuxSeconds(double iso)
    {
        int end = Stages.Count;
        while (end > 0 && Stages[end - 1].Stage.Output is not (SignalDomain.RawDn or SignalDomain.Electrons or SignalDomain.MeanElectrons))
        {
            end--;
        }

        int[] focused = [.. Enumerable.Range(0, end).SkipWhile(i => Stages[i].Stage.Output < SignalDomain.Irradiance)];
        SignalRange range = RangeBefore(end, iso);
        double slope = focused.Aggregate(1.0, (product, i) => product * Stages[i].Stage.SlopeOf(Stages[i].Parameters, iso, RangeBefore(i, iso)));
        return focused.Length > 0 && double.IsFinite(range.WhiteLevel) ? (range.WhiteLevel - range.BlackLevel) / slope : null;
    }
}
