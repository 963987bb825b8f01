using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Hosting.Characterization;

/// <summary>Raw numbers of one frame.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Channels">1 of a mosaic or a grey frame, else 3.</param>
/// <param name="Samples">DN, row-major, channels interleaved.</param>
public sealed record RawFrame(int Width, int Height, int Channels, ushort[] Samples)
{
    /// <summary>
    /// Samples that share a colour filter, in one order for all frames of a camera: the three channels, or the four places of a mosaic's two by two pixels.
    /// </summary>
    public IReadOnlyList<double[]> Planes => Channels == 1
        ? [.. Enumerable.Range(0, 4).Select(place => Places(place & 1, place >> 1))]
        : [.. Enumerable.Range(0, Channels).Select(Channel)];

    /// <summary>A picture to keep: the mosaic, or the green channel.</summary>
    public PixelPlane Grey()
    {
        ushort[] grey = Channels == 1 ? Samples : [.. Enumerable.Range(0, Width * Height).Select(i => Samples[(Channels * i) + 1])];
        return new(Width, Height, 1, SampleType.UInt16, MemoryMarshal.AsBytes(grey.AsSpan()).ToArray());
    }

    private double[] Channel(int channel)
    {
        double[] plane = new double[Width * Height];
        for (int i = 0; i < plane.Length; i++)
        {
            plane[i] = Samples[(Channels * i) + channel];
        }

        return plane;
    }

    private double[] Places(int x, int y)
    {
        double[] plane = new double[(Width / 2) * (Height / 2)];
        for (int i = 0; i < plane.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, Width / 2);
            plane[i] = Samples[(((2 * row) + y) * Width) + (2 * column) + x];
        }

        return plane;
    }
}
