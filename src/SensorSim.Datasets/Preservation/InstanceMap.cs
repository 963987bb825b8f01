using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Datasets.Preservation;

/// <summary>Ids of an image, and the pixels of each, row by row.</summary>
internal sealed class InstanceMap
{
    private readonly int[] _pixels, _first;

    private InstanceMap(int width, int height, ushort[] ids, int[] first, int[] pixels) => (Width, Height, Ids, _first, _pixels) = (width, height, ids, first, pixels);

    public int Width { get; }

    public int Height { get; }

    public ushort[] Ids { get; }

    /// <summary>The background and every id up to the greatest, some without a pixel.</summary>
    public int Count => _first.Length - 1;

    public static InstanceMap Of(in PixelPlane instance)
    {
        ushort[] ids = MemoryMarshal.Cast<byte, ushort>(instance.Bytes.Span).ToArray();
        int[] first = FirstOf(ids);
        int[] next = [.. first], pixels = new int[ids.Length];
        for (int i = 0; i < ids.Length; i++)
            pixels[next[ids[i]]++] = i;
        return new(instance.Width, instance.Height, ids, first, pixels);
    }

    public ReadOnlySpan<int> PixelsOf(int id) => _pixels.AsSpan(_first[id].._first[id + 1]);

    public int AreaOf(int id) => _first[id + 1] - _first[id];

    private static int[] FirstOf(ushort[] ids)
    {
        int greatest = 0;
        foreach (ushort id in ids)
            greatest = Math.Max(greatest, id);
        int[] first = new int[greatest + 2];
        foreach (ushort id in ids)
            first[id + 1]++;
        for (int id = 1; id < first.Length; id++)
            first[id] += first[id - 1];
        return first;
    }
}
