using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>
/// Stages of the tests' own: radiance taken for digital numbers, a mosaic of it, and numbers read to their last bit. Not public: a plugin's assembly has one public
/// plugin, and a test uses this one for its own.
/// </summary>
internal static class BenchStages
{
    private static readonly Lazy<IReadOnlyDictionary<string, InstalledPlugin>> Installed = new(Install);

    /// <summary>With those that the project ships.</summary>
    public static IReadOnlyDictionary<string, InstalledPlugin> Plugins => Installed.Value;

    /// <summary>Digital numbers that are the radiance's.</summary>
    public static StageRequest Raw(double black = 0, double white = 4095) => SensorBench.Stage("bench.raw", ("black", black), ("white", white));

    public static StageRequest Mosaic(FilterColor topLeft, FilterColor topRight, FilterColor bottomLeft, FilterColor bottomRight) => SensorBench.Stage(
        "bench.mosaic", ("top_left", Name(topLeft)), ("top_right", Name(topRight)), ("bottom_left", Name(bottomLeft)), ("bottom_right", Name(bottomRight)));

    /// <summary>Upper or lower half of the single-precision number, as a digital number.</summary>
    public static StageRequest Bits(SignalDomain domain, bool upper) => SensorBench.Stage(BitsId(domain), ("upper", upper));

    private static string Name(FilterColor color) => color.ToString().ToLowerInvariant();

    private static string BitsId(SignalDomain domain) => $"bench.bits-{domain.ToString().ToLowerInvariant()}";

    private static Dictionary<string, InstalledPlugin> Install()
    {
        string folder = TestProcess.Folder("sensorsim-bench-");
        var plugins = new Dictionary<string, InstalledPlugin>(SensorBench.Catalog.Plugins, StringComparer.Ordinal);
        void Add(string id, SensorStage stage, string body)
        {
            var manifest = new PluginManifest(id, "1.0.0", PluginKind.Sensor, "none", ">=2.0 <3.0", "");
            File.WriteAllText(Path.Combine(folder, stage.ShaderFile), body.Replace("NAME", manifest.ShaderName, StringComparison.Ordinal));
            plugins.Add(id, new(manifest, folder, id, stage, ParameterSchema.Of(stage.ParametersType)));
        }

        Add("bench.raw", new BenchRawStage(), "float NAME(float signal, SampleSite site, NAME_Parameters p) { return signal; }");
        Add("bench.mosaic", new BenchMosaicStage(), """
            float NAME(vec3 signal, PixelSite site, NAME_Parameters p)
            {
                return site.filter_color == 3u ? (signal.x + signal.y + signal.z) / 3.0 : signal[site.filter_color];
            }
            """);
        foreach (SignalDomain domain in Enum.GetValues<SignalDomain>().Where(domain => domain != SignalDomain.RadianceLayers))
        {
            Add(BitsId(domain), new BenchBitsStage(domain), """
                float NAME(float signal, SampleSite site, NAME_Parameters p)
                {
                    uint bits = floatBitsToUint(signal);
                    return float(p.upper ? bits >> 16 : bits & 0xFFFFu);
                }
                """);
        }

        return plugins;
    }
}
