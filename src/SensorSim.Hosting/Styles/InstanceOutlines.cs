using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Hosting.Styles;

/// <summary>Outlines of instances, each in a colour of its own, on a picture.</summary>
internal static class InstanceOutlines
{
    /// <summary>Turns of the colour circle from one id to the next: neighbours in number differ most.</summary>
    private const double GoldenTurn = 0.6180339887498949;

    /// <param name="picture">8 bits, three channels.</param>
    /// <param name="instance">16-bit ids.</param>
    public static PixelPlane On(in PixelPlane picture, in PixelPlane instance)
    {
        byte[] bytes = picture.Bytes.ToArray();
        ReadOnlySpan<ushort> ids = MemoryMarshal.Cast<byte, ushort>(instance.Bytes.Span);
        for (int i = 0; i < ids.Length; i++)
        {
            ushort right = (i + 1) % picture.Width == 0 ? ids[i] : ids[i + 1], below = i + picture.Width < ids.Length ? ids[i + picture.Width] : ids[i];
            if (right != ids[i] || below != ids[i])
            {
                ColourOf(Math.Max(ids[i], Math.Max(right, below))).CopyTo(bytes, 3 * i);
            }
        }

        return picture with { Bytes = bytes };
    }

    private static byte[] ColourOf(ushort id)
    {
        double turn = id * GoldenTurn % 1 * 6;
        return [Channel(turn, 0), Channel(turn, 4), Channel(turn, 2)];
    }

    // The circle of full colours: each channel is up for a third of it and slopes for a sixth on both sides.
    private static byte Channel(double turn, double shift)
    {
        double place = (turn + shift) % 6;
        return (byte)Math.Round(255 * Math.Clamp(Math.Abs(place - 3) - 1, 0, 1));
    }
}
