namespace SensorSim.Signals;

/// <summary>sRGB's transfer curve (IEC 61966-2-1), exact in both branches; the twin of <c>srgb_encode</c> in GLSL.</summary>
public static class SrgbCurve
{
    /// <summary>Linear light, clamped to 0..1, to the encoded value in 0..1. NaN gives 0.</summary>
    public static double Encode(double linear)
    {
        double x = linear > 0 ? Math.Min(linear, 1) : 0;
        return x <= 0.0031308 ? 12.92 * x : (1.055 * Math.Pow(x, 1 / 2.4)) - 0.055;
    }

    /// <summary>An encoded value in 0..1 to linear light.</summary>
    public static double Decode(double encoded) =>
        encoded <= 0.04045 ? encoded / 12.92 : Math.Pow((encoded + 0.055) / 1.055, 2.4);
}
