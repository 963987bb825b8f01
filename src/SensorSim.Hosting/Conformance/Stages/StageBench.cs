using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>A stage between the kit's probes: what it makes of a signal, to the last bit, on a device and in its reference.</summary>
internal sealed class StageBench : IDisposable
{
    /// <summary>Pixels of pictures with everything in them.</summary>
    public const int Width = 64, Height = 48;

    private readonly ChainRunner _runner;

    public StageBench(InstalledPlugin plugin, ConformanceBench bench)
    {
        Plugin = plugin;
        MayCutOffLoops = bench.Device.IsSoftware && ShaderLoops.AnyIn(File.ReadAllText(Path.Combine(plugin.Directory, ((SensorStage)plugin.Instance).ShaderFile)));
        _runner = new(bench);
        Noise = new(() => NoiseSource.Find(this));
    }

    public InstalledPlugin Plugin { get; }

    public SensorStage Stage => (SensorStage)Plugin.Instance;

    public ParameterSchema Schema => Plugin.Schema;

    /// <summary>Whether the shader has loops, of which the device ends one that runs very long, without an error and with what it has by then.</summary>
    public bool MayCutOffLoops { get; }

    /// <summary>Where the stage's noise is seen best.</summary>
    public Lazy<NoiseSource> Noise { get; }

    /// <summary>The stage alone between the probes; null where the host refuses these values together.</summary>
    public ProbedChain? Chain(Settings settings, string? name = null) => Build(Stage.Output, Request(settings) with { Name = name });

    /// <summary>Any stages between the probes; null where the host refuses them.</summary>
    public ProbedChain? Build(SignalDomain end, params StageRequest[] stages)
    {
        IReadOnlyDictionary<string, InstalledPlugin> plugins = Probes.Around(Plugin, end);
        SensorChain Half(double part) => SensorChain.Build(plugins, [.. Before(), .. stages, Probe(Probes.Bits, ("part", part))], SensorOutput.Raw);
        try
        {
            return new(Half(1), Half(2));
        }
        catch (SensorChainException)
        {
            return null;
        }
    }

    /// <summary>The stage as a scenario asks for it.</summary>
    public StageRequest Request(Settings settings) => new(Plugin.Manifest.Id, settings.Values.ToDictionary(value => value.Key, value => value.Value?.DeepClone(), StringComparer.Ordinal));

    /// <summary>On the device: the samples of all pixels.</summary>
    public float[] Measure(ProbedChain chain, TestFrame frame) => MeasureAll([(chain, frame)])[0];

    /// <summary>The same for several frames in one submission, in their order.</summary>
    public float[][] MeasureAll(IReadOnlyList<(ProbedChain Chain, TestFrame Frame)> frames, int stagesPerPass = int.MaxValue)
    {
        ushort[][] halves = _runner.Run([.. frames.SelectMany(frame => ((SensorChain, TestFrame)[])[(frame.Chain.Lower, frame.Frame), (frame.Chain.Upper, frame.Frame)])], stagesPerPass);
        return [.. Enumerable.Range(0, frames.Count).Select(i => Join(halves[2 * i], halves[(2 * i) + 1]))];
    }

    /// <summary>In double precision, rounded to single.</summary>
    public static float[] Refer(ProbedChain chain, TestFrame frame) => Join(Reference(chain.Lower, frame), Reference(chain.Upper, frame));

    /// <summary>Bytes allocated to record a frame of a chain.</summary>
    public double BytesToRecord(ProbedChain chain, TestFrame frame) => _runner.BytesToRecord(chain.Lower, frame);

    /// <summary>A picture with everything in it.</summary>
    public TestFrame SceneAt(double iso = 100, uint step = 0, bool rolling = false) => TestFrame.Of(TestLight.Scene(Stage.Input, Width, Height), iso, step, rolling: rolling);

    public void Dispose() => _runner.Dispose();

    private IEnumerable<StageRequest> Before()
    {
        if (Stage.InputLayout == SampleLayout.Mosaic) yield return Probe(Probes.Mosaic);
        if (Stage.Input is not (SignalDomain.RadianceLayers or SignalDomain.Radiance)) yield return Probe(Probes.Source);
    }

    private static StageRequest Probe(string id, params (string Key, double Value)[] values) =>
        new(id, values.ToDictionary(value => value.Key, value => (JsonNode?)JsonValue.Create(value.Value), StringComparer.Ordinal));

    private static ushort[] Reference(SensorChain chain, TestFrame frame)
    {
        SignalImage image = ReferenceRunner.Run(chain, frame.Frame, [frame.Light]);
        IEnumerable<double> samples = chain.OutputChannels == 1
            ? image.Pixels.ToArray().Select(pixel => pixel.R)
            : image.Pixels.ToArray().SelectMany(pixel => (double[])[pixel.R, pixel.G, pixel.B]);
        return [.. samples.Select(sample => (ushort)sample)];
    }

    private static float[] Join(ushort[] lower, ushort[] upper) => [.. lower.Zip(upper, (low, high) => BitConverter.UInt32BitsToSingle((uint)high << 16 | low))];
}
