namespace SensorSim.Plugins.SensorReadNoise;

/// <summary>Numbers of Tukey's lambda distribution by inversion, scale 1: Q(p) = (p^λ − (1−p)^λ)/λ.</summary>
internal static class TukeyLambda
{
    /// <summary>
    /// One number from one integer: the top bit is the sign, the others are the probability beyond the number. Written as a product with sinh(y)/y, so that
    /// nothing cancels for small λ, and 0 is no special case.
    /// </summary>
    public static double Draw(uint bits, double lambda)
    {
        double tail = ((bits & 0x7FFFFFFF) + 0.5) / 4294967296;
        double above = Math.Log(1 - tail), below = Math.Log(tail);
        double z = (above - below) * Math.Exp(0.5 * lambda * (above + below)) * HyperbolicRatio(0.5 * lambda * (above - below));
        return bits >= 0x80000000 ? -z : z;
    }

    private static double HyperbolicRatio(double y)
    {
        double square = y * y;
        return square < 0.09 ? 1 + (square * ((1.0 / 6) + (square / 120))) : Math.Sinh(y) / y;
    }
}
