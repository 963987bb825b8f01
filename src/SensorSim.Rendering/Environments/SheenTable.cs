namespace SensorSim.Rendering.Environments;

/// <summary>
/// The directional albedo of a white sheen (Estevez and Kulla, "Production Friendly Microfacet Sheen BRDF", 2017), as in sheen.glsl: the share of
/// light that the layer takes from the base.
/// </summary>
internal static class SheenTable
{
    public const int Side = 64;
    private const int Samples = 1024;

    /// <summary>Row-major: column i is n·v = i / (Side − 1), row j is sheen roughness j / (Side − 1).</summary>
    public static DerivedTable Values { get; } = new("sheen-albedo", Compute);

    private static float[] Compute()
    {
        float[] table = new float[Side * Side];
        Parallel.For(0, Side, row =>
        {
            double roughness = (double)row / (Side - 1);
            double alpha = Math.Max(roughness * roughness, 1e-4);
            for (int column = 0; column < Side; column++)
            {
                table[(row * Side) + column] = (float)Math.Min(Integrate(Math.Max((double)column / (Side - 1), 1e-3), alpha), 1);
            }
        });
        return table;
    }

    // Microfacets are drawn with the density D·cosθ: D ∝ sin^(1/α) gives sinθ = u^(α / (2α + 1)).
    private static double Integrate(double nv, double alpha)
    {
        double viewX = Math.Sqrt(1 - (nv * nv)), shadowing = Shadowing(nv, alpha), sum = 0;
        for (int i = 0; i < Samples; i++)
        {
            double sin = Math.Pow((i + 0.5) / Samples, alpha / ((2 * alpha) + 1));
            double nh = Math.Sqrt(Math.Max(1 - (sin * sin), 1e-12));
            double vh = (viewX * sin * Math.Cos(i * Math.PI * (3 - Math.Sqrt(5)))) + (nv * nh);
            double nl = (2 * vh * nh) - nv;
            if (nl > 0 && vh > 0)
            {
                sum += vh / (nh * nv * (1 + shadowing + Math.Pow(Shadowing(nl, alpha), 1 + (2 * Math.Pow(1 - nl, 8)))));
            }
        }

        return sum / Samples;
    }

    private static double Shadowing(double cosine, double alpha) =>
        Math.Exp(cosine < 0.5 ? Fit(cosine, alpha) : (2 * Fit(0.5, alpha)) - Fit(1 - cosine, alpha));

    private static double Fit(double x, double alpha)
    {
        double t = (1 - alpha) * (1 - alpha);
        double a = double.Lerp(21.5473, 25.3245, t), b = double.Lerp(3.82987, 3.32435, t), c = double.Lerp(0.19823, 0.16801, t);
        double d = double.Lerp(-1.97760, -1.27393, t), e = double.Lerp(-4.32054, -4.85967, t);
        return (a / (1 + (b * Math.Pow(x, c)))) + (d * x) + e;
    }
}
