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

    /// <summary>2/λ² · (1/(1+2λ) − B(λ+1, λ+1)), π²/3 for λ = 0 (Wikipedia, "Tukey lambda distribution", Moments). Finite above −1/2.</summary>
    public static double Variance(double lambda) => Math.Abs(lambda) < 1e-5
        ? Math.PI * Math.PI / 3
        : 2 / (lambda * lambda) * ((1 / (1 + (2 * lambda))) - Math.Exp((2 * LogGamma(lambda + 1)) - LogGamma((2 * lambda) + 2)));

    // Stirling's series at x + 8, and down again; relative error below 1e-14 for x > 0.
    private static double LogGamma(double x)
    {
        double product = 1;
        for (int i = 0; i < 8; i++)
        {
            product *= x + i;
        }

        double y = x + 8, square = 1 / (y * y);
        double series = ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square / 1188)))))))) / y;
        return ((y - 0.5) * Math.Log(y)) - y + (0.5 * Math.Log(2 * Math.PI)) + series - Math.Log(product);
    }

    private static double HyperbolicRatio(double y)
    {
        double square = y * y;
        return square < 0.09 ? 1 + (square * ((1.0 / 6) + (square / 120))) : Math.Sinh(y) / y;
    }
}
