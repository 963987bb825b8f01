using System.Globalization;
using System.Numerics;

namespace SensorSim.Scenes.Cousins;

/// <summary>Colours as people write them: "#rrggbb", sRGB.</summary>
internal static class SrgbColor
{
    /// <summary>Linear Rec. 709 components, 0 to 1.</summary>
    public static bool TryParse(string text, out Vector3 linear)
    {
        linear = default;
        if (text.Length != 7 || text[0] != '#'
            || !uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint rgb))
        {
            return false;
        }

        linear = new(ToLinear(rgb >> 16), ToLinear((rgb >> 8) & 0xFF), ToLinear(rgb & 0xFF));
        return true;
    }

    /// <summary>IEC 61966-2-1.</summary>
    private static float ToLinear(uint code)
    {
        double c = code / 255.0;
        return (float)(c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4));
    }
}
