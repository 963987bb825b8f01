using SensorSim.Hosting.Characterization;

namespace SensorSim.Tests.Sensors;

/// <summary>A slanted edge through the middle of a 64x80 image, dark on the left.</summary>
internal static class BenchEdge
{
    private static readonly SlantedEdge Edge = new(31.7, 39.3, 26);

    /// <summary>Its light.</summary>
    public static Func<int, int, double> Nit(double bright) => (x, y) => bright * Edge.Coverage(x, y);

    /// <summary>MTF50 of a picture of it, cycles per pixel.</summary>
    public static double Mtf50(double[] image, int width) =>
        Edge.Measure(image.Select((value, i) => ((double)(i % width), (double)(i / width), value))).HalfContrast() ?? double.NaN;
}
