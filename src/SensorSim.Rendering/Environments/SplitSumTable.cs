namespace SensorSim.Rendering.Environments;

/// <summary>
/// The integral of the specular lobe over the hemisphere for F0 = 1 and F0 = 0 apart: scale and bias of F0 (Karis, "Real shading in
/// Unreal Engine 4", 2013), with GGX and height-correlated Smith as in brdf.glsl.
/// </summary>
internal static class SplitSumTable
{
    public const int Side = 64;
    private const int Samples = 512;

    /// <summary>Pairs (scale, bias), row-major: column i is n·v = i / (Side − 1), row j is roughness j / (Side − 1).</summary>
    public static DerivedTable Values { get; } = new("split-sum", Compute);

    private static float[] Compute()
    {
        float[] table = new float[Side * Side * 2];
        Parallel.For(0, Side, row =>
        {
            double roughness = (double)row / (Side - 1);
            double alpha = Math.Max(roughness * roughness, 1e-3);
            for (int column = 0; column < Side; column++)
            {
                (double scale, double bias) = Integrate(Math.Max((double)column / (Side - 1), 1e-3), alpha);
                table[2 * ((row * Side) + column)] = (float)scale;
                table[(2 * ((row * Side) + column)) + 1] = (float)bias;
            }
        });
        return table;
    }

    private static (double Scale, double Bias) Integrate(double nv, double alpha)
    {
        double a2 = alpha * alpha, viewX = Math.Sqrt(1 - (nv * nv));
        double scale = 0, bias = 0;
        for (int i = 0; i < Samples; i++)
        {
            double u = (i + 0.5) / Samples;
            double nh2 = (1 - u) / (1 + ((a2 - 1) * u));
            double nh = Math.Sqrt(nh2);
            double phi = i * Math.PI * (3 - Math.Sqrt(5));
            double vh = (viewX * Math.Sqrt(1 - nh2) * Math.Cos(phi)) + (nv * nh);
            double nl = (2 * vh * nh) - nv;
            if (nl <= 0 || vh <= 0)
            {
                continue;
            }

            double visibility = 0.5 / ((nl * Math.Sqrt((nv * nv * (1 - a2)) + a2)) + (nv * Math.Sqrt((nl * nl * (1 - a2)) + a2)));
            double share = 4 * visibility * nl * vh / nh;
            double fresnel = Math.Pow(1 - vh, 5);
            scale += share * (1 - fresnel);
            bias += share * fresnel;
        }

        return (scale / Samples, bias / Samples);
    }
}
