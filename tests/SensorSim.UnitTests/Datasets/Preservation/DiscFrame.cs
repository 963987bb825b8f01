using System.Runtime.InteropServices;
using SensorSim.Datasets.Preservation;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Datasets.Preservation;

/// <summary>A disc with a soft pattern, id 1, before a background with another, with exact labels: a picture of which the answers are known.</summary>
internal static class DiscFrame
{
    public const int Width = 160, Height = 120;
    public const double CentreX = 80, CentreY = 60, Radius = 25;

    public static PixelPlane Instance { get; } = InstanceAt(0, 0);

    /// <summary>The disc somewhere else.</summary>
    public static PixelPlane InstanceAt(double dx, double dy) =>
        Words(1, (x, y, _) => CoverageOf(x, y, dx, dy) > 0.5 ? 1 : 0);

    /// <summary>The picture with its disc moved, and then something done to every sample.</summary>
    public static PixelPlane Picture(double dx = 0, double dy = 0, Func<int, int, int, double, double>? then = null, bool isThere = true) => Words(3, (x, y, k) =>
    {
        double cover = isThere ? CoverageOf(x, y, dx, dy) : 0, value = (cover * Disc(x - dx, y - dy, k)) + ((1 - cover) * Ground(x, y, k));
        return ushort.MaxValue * Math.Clamp(then?.Invoke(x, y, k, value) ?? value, 0, 1);
    });

    public static StyledFrame Styled(PixelPlane after) => new(Picture(), after, Instance) { Names = new Dictionary<int, string> { [1] = "disc" } };

    /// <summary>KITTI's code of one movement of the disc, from where it is; the background stands still.</summary>
    public static PixelPlane Flow(double u, double v, double dx = 0) => Words(3, (x, y, k) => k == 2 ? 1 : 32768 + (64 * (CoverageOf(x, y, dx, 0) > 0.5 ? (k == 0 ? u : v) : 0)));

    public static PixelPlane Words(int channels, Func<int, int, int, double> value)
    {
        ushort[] words = new ushort[Width * Height * channels];
        for (int i = 0; i < words.Length; i++)
            words[i] = (ushort)Math.Round(value(i / channels % Width, i / channels / Width, i % channels));
        return new(Width, Height, channels, SampleType.UInt16, MemoryMarshal.AsBytes(words.AsSpan()).ToArray());
    }

    // The share of the pixel inside the circle, as an edge that is straight within the pixel has it.
    private static double CoverageOf(int x, int y, double dx, double dy) =>
        Math.Clamp(Radius + 0.5 - Math.Sqrt(Math.Pow(x - CentreX - dx, 2) + Math.Pow(y - CentreY - dy, 2)), 0, 1);

    private static double Disc(double x, double y, int k) => 0.6 + (0.03 * k) + (0.05 * Math.Sin(x * 0.5) * Math.Cos(y * 0.4));

    private static double Ground(double x, double y, int k) => 0.3 - (0.02 * k) + (0.03 * Math.Sin((x * 0.2) + (y * 0.35)));
}
