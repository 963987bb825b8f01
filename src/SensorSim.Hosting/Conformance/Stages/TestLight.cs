using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>What stages are shown, in numbers that are usual in their domain.</summary>
internal static class TestLight
{
    /// <summary>Of digital numbers.</summary>
    public static SignalRange RawRange { get; } = new(100, 4000);

    /// <summary>The number of no light and that of a bright signal.</summary>
    public static (double Black, double White) Levels(SignalDomain domain) => domain switch
    {
        SignalDomain.RadianceLayers or SignalDomain.Radiance => (0, 1000),
        SignalDomain.Irradiance => (0, 0.1),
        SignalDomain.MeanElectrons or SignalDomain.Electrons => (0, 4000),
        SignalDomain.RawDn => (RawRange.BlackLevel, RawRange.WhiteLevel),
        _ => (0, 1),
    };

    /// <summary>Uniform light.</summary>
    /// <param name="domain">Whose numbers.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="share">From 0, no light, to 1, bright.</param>
    public static SignalImage Flat(SignalDomain domain, int width, int height, double share) => Picture(domain, width, height, (_, _) => new(share, share, share));

    /// <summary>Everything that stages react to: colour, ramps, texture, edges, dark and bright places, single bright pixels.</summary>
    /// <param name="domain">Whose numbers.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="brightness">What is bright, 1 being usual.</param>
    public static SignalImage Scene(SignalDomain domain, int width, int height, double brightness = 1) => Picture(domain, width, height, (x, y) =>
    {
        double texture = ((x * 31) + (y * 17) + (x * y * 7)) % 64 / 64.0, spark = ((x * 7) + (y * 13)) % 97 == 0 ? 0.4 : 0;
        double light = (0.6 * x / width) + (0.15 * ((x / 9) + (y / 7)) % 0.3) + (0.05 * texture) + spark;
        double red = y < height / 16 ? 0 : light;
        return brightness * new Rgb(Math.Min(1, red), Math.Min(1, (0.4 * red) + (0.3 * y / height) + spark), Math.Min(1, 0.02 + (0.8 * (0.8 - (0.8 * light)))));
    });

    private static SignalImage Picture(SignalDomain domain, int width, int height, Func<int, int, Rgb> share)
    {
        (double black, double white) = Levels(domain);
        var image = new SignalImage(width, height);
        for (int i = 0; i < image.Pixels.Length; i++)
        {
            // Single precision: what the device gets is what the reference gets.
            image.Pixels[i] = share(i % width, i / width).Map((value, _) => (float)(black + (value * (white - black))));
        }

        return image;
    }
}
