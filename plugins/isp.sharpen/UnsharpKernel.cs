namespace SensorSim.Plugins.IspSharpen;

/// <summary>The kernel (1 + a) δ − a G of unsharp masking.</summary>
internal static class UnsharpKernel
{
    /// <summary>
    /// Taps at (a, b) for 0 ≤ b ≤ a ≤ radius, row by row. Each serves the eight places that mirroring gives; where some of them are the same place its tap
    /// is divided among them.
    /// </summary>
    public static double[] Octant(SharpenParameters parameters)
    {
        int radius = (int)Math.Ceiling(3 * parameters.SigmaPx);
        double[] line = [.. Enumerable.Range(0, radius + 1).Select(i => Math.Exp(-i * i / (2 * parameters.SigmaPx * parameters.SigmaPx)))];
        double length = (2 * line.Sum()) - line[0];
        var taps = new List<double>();
        for (int a = 0; a <= radius; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double places = a == 0 ? 1 : b == 0 || b == a ? 4 : 8;
                taps.Add(-parameters.Amount * line[a] * line[b] / (length * length) * places / 8);
            }
        }

        taps[0] += (1 + parameters.Amount) / 8;
        return [.. taps];
    }
}
