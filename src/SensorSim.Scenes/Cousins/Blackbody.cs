using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Cousins;

/// <summary>Colours of a black body.</summary>
internal static class Blackbody
{
    public const double MinimumKelvin = 1667;
    public const double MaximumKelvin = 25000;

    // Rec. 709: share of each channel in luminance.
    private static readonly Vector3 s_luminance = new(0.2126f, 0.7152f, 0.0722f);

    /// <summary>The lamp in another colour with the same luminous intensity.</summary>
    public static Light Recolor(Light light, double kelvin)
    {
        Vector3 color = ColorOf(kelvin);
        double before = Vector3.Dot(light.Color, s_luminance), after = Vector3.Dot(color, s_luminance);
        return light with { Color = color, Intensity = light.Intensity * before / after };
    }

    /// <summary>Linear Rec. 709 with the largest channel at 1; components outside the gamut are cut at 0.</summary>
    public static Vector3 ColorOf(double kelvin)
    {
        (double x, double y) = ChromaticityOf(kelvin);
        double bigX = x / y, bigZ = (1 - x - y) / y;
        var rgb = new Vector3(
            (float)((3.2404542 * bigX) - 1.5371385 - (0.4985314 * bigZ)),
            (float)((-0.9692660 * bigX) + 1.8760108 + (0.0415560 * bigZ)),
            (float)((0.0556434 * bigX) - 0.2040259 + (1.0572252 * bigZ)));
        rgb = Vector3.Max(rgb, Vector3.Zero);
        return rgb / Math.Max(rgb.X, Math.Max(rgb.Y, rgb.Z));
    }

    /// <summary>
    /// CIE 1931 chromaticity of the Planckian locus. Source: Kim et al., US patent 7024034 (2006), cubic splines from 1667 to 25000 K.
    /// </summary>
    private static (double X, double Y) ChromaticityOf(double kelvin)
    {
        double k = 1000 / kelvin;
        double x = kelvin <= 4000
            ? (((((-0.2661239 * k) - 0.2343589) * k) + 0.8776956) * k) + 0.179910
            : (((((-3.0258469 * k) + 2.1070379) * k) + 0.2226347) * k) + 0.240390;
        double y = kelvin switch
        {
            <= 2222 => (((((-1.1063814 * x) - 1.34811020) * x) + 2.18555832) * x) - 0.20219683,
            <= 4000 => (((((-0.9549476 * x) - 1.37418593) * x) + 2.09137015) * x) - 0.16748867,
            _ => (((((3.0817580 * x) - 5.87338670) * x) + 3.75112997) * x) - 0.37001483,
        };
        return (x, y);
    }
}
