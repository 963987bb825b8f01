using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Randomness;
using SensorSim.Rendering.Flicker;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>Chains, frames and fields for sensor tests, built through the same door as in a run.</summary>
public static class SensorBench
{
    private static readonly Lazy<PluginCatalog> Installed = new(() =>
        PluginCatalog.Load([Path.Combine(AppContext.BaseDirectory, "plugins")]));

    public static PluginCatalog Catalog => Installed.Value;

    /// <summary>A camera whose numbers are electrons: 1 DN/e-, no black level, no read noise, no dark current.</summary>
    public static StageRequest ElectronCounter(params (string Key, JsonNode? Value)[] more) => Stage(
        "camera.noise",
        [
            ("gain_dn_per_electron", 1), ("black_level_dn", 0), ("bits", 16), ("read_noise_electrons", 0),
            ("dark_current_electrons_per_second", 0), ("full_well_electrons", 1e8), .. more,
        ]);

    public static StageRequest Stage(string use, params (string Key, JsonNode? Value)[] parameters)
    {
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach ((string key, JsonNode? value) in parameters)
        {
            values[key] = value;
        }

        return new(use, values);
    }

    public static SensorChain Raw(params StageRequest[] stages) => SensorChain.Build(Catalog.Plugins, stages, SensorOutput.Raw);

    public static SensorChain Display(params StageRequest[] stages) => SensorChain.Build(Catalog.Plugins, stages);

    public static SensorFrame Frame(int width, int height, Exposure? exposure = null, string camera = "front", uint step = 0, FlickerLayers? flicker = null)
    {
        Exposure window = exposure ?? Exposure.Physical(0, 0.01, 0, 2, 100);
        FlickerLayers layers = flicker ?? FlickerLayers.Of([]);
        return new(
            width, height, window, layers.RowWeights(window, height),
            RandomKey.ForFrames(7, 0, camera), RandomKey.ForSensor(camera), step);
    }

    public static SignalImage Field(int width, int height, Func<int, int, double> nit)
    {
        var image = new SignalImage(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                double value = nit(x, y);
                image[x, y] = new(value, value, value);
            }
        }

        return image;
    }

    /// <summary>Electrons per nit, from constants written down here once more: π T/(1+4N²) lx·s, 683 lm/W at 555 nm, QE, pixel area.</summary>
    public static double ElectronsPerNit(double seconds, double fNumber, double pitchUm = 1.55, double efficiency = 0.5)
    {
        double wattsPerLux = 1.0 / 683, photonJoule = 6.62607015e-34 * 299792458 / 555e-9;
        return Math.PI * seconds / (1 + (4 * fNumber * fNumber)) * wattsPerLux * pitchUm * pitchUm * 1e-12 / photonJoule * efficiency;
    }

    /// <summary>All samples of what a chain gave: three of a pixel, or one of a mosaic.</summary>
    public static double[] Samples(SensorChain chain, SignalImage image) =>
        chain.OutputChannels == 1 ? [.. image.Pixels.ToArray().Select(pixel => pixel.R)] : Samples(image);

    /// <summary>All three channels of all pixels.</summary>
    public static double[] Samples(SignalImage image)
    {
        double[] samples = new double[image.Pixels.Length * 3];
        for (int i = 0; i < image.Pixels.Length; i++)
        {
            (samples[3 * i], samples[(3 * i) + 1], samples[(3 * i) + 2]) = image.Pixels[i];
        }

        return samples;
    }
}
