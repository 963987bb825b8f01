using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Datasets.Labels;

/// <summary>Pixel counts and tight boxes of every instance, from one pass over the instance plane (ids 0 to 65535; 0 is background).</summary>
public sealed class TightBoxes
{
    private readonly IdExtent[] _extents;

    private TightBoxes(IdExtent[] extents) => _extents = extents;

    /// <summary>The extent of one id.</summary>
    public IdExtent this[int id] => (uint)id < (uint)_extents.Length ? _extents[id] : default;

    /// <summary>Ids with a pixel, ascending, without the background.</summary>
    public IEnumerable<int> VisibleIds => Enumerable.Range(1, Math.Max(0, _extents.Length - 1)).Where(id => _extents[id].Pixels > 0);

    /// <exception cref="ArgumentException">The plane is not one channel of 16 bits.</exception>
    public static TightBoxes Of(in PixelPlane instances)
    {
        if (instances.SampleType != SampleType.UInt16 || instances.Channels != 1)
            throw new ArgumentException($"An instance plane has one channel of 16 bits, not {instances.Channels} of {instances.SampleType}.", nameof(instances));
        return Of(MemoryMarshal.Cast<byte, ushort>(instances.Bytes.Span), instances.Width);
    }

    /// <summary>The same over row-major ids.</summary>
    public static TightBoxes Of(ReadOnlySpan<ushort> ids, int width)
    {
        var extents = new IdExtent[256];
        for (int row = 0; row * width < ids.Length; row++)
            AddRow(ids.Slice(row * width, width), row, ref extents);
        return new(extents);
    }

    /// <summary>A row is taken run by run: instances are coherent, so there are far fewer runs than pixels.</summary>
    private static void AddRow(ReadOnlySpan<ushort> ids, int row, ref IdExtent[] extents)
    {
        int column = 0;
        while (column < ids.Length)
        {
            ushort id = ids[column];
            int length = ids[column..].IndexOfAnyExcept(id);
            int end = length < 0 ? ids.Length : column + length;
            if (id >= extents.Length)
                Array.Resize(ref extents, Math.Min(ushort.MaxValue + 1, Math.Max(id + 1, extents.Length * 2)));
            extents[id] = extents[id].With(row, column, end);
            column = end;
        }
    }
}
