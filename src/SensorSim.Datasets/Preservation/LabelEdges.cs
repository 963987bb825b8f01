using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Datasets.Preservation;

/// <summary>
/// Where labels say that an edge is: between different ids, each edge owned by the object whose outline it is; and creases, where depth or normals jump
/// inside one object.
/// </summary>
internal sealed class LabelEdges
{
    // Neighbours of one object whose depths differ by more than this share are at a step of it, and of two objects then one is before the other.
    private const float DepthStep = 0.04f;
    private const float CosineOfCrease = 0.8f;

    private readonly InstanceMap _map;
    private readonly float[]? _depth;
    private readonly ushort[]? _normals;

    private LabelEdges(InstanceMap map, float[]? depth, ushort[]? normals) => (_map, _depth, _normals) = (map, depth, normals);

    /// <summary>Object id → its outline, where nothing is in front of it.</summary>
    public List<LabelEdge>[] ByOwner { get; private set; } = [];

    /// <summary>Object id → pairs of neighbouring pixels of which one is the object's: the length of its whole outline, hidden or not.</summary>
    public int[] Perimeters { get; private set; } = [];

    /// <summary>True for both pixels of every edge and crease.</summary>
    public bool[] Mask { get; private set; } = [];

    /// <summary>True for both pixels of every edge between ids.</summary>
    public bool[] IdMask { get; private set; } = [];

    public static LabelEdges Of(InstanceMap map, in PixelPlane? depth, in PixelPlane? normal)
    {
        var edges = new LabelEdges(map, depth is { } d ? DepthOf(d) : null, normal is { } n ? MemoryMarshal.Cast<byte, ushort>(n.Bytes.Span).ToArray() : null);
        edges.Find();
        return edges;
    }

    private void Find()
    {
        ByOwner = [.. Enumerable.Range(0, _map.Count).Select(_ => new List<LabelEdge>())];
        Perimeters = new int[_map.Count];
        (Mask, IdMask) = (new bool[_map.Ids.Length], new bool[_map.Ids.Length]);
        int width = _map.Width;
        for (int y = 0; y < _map.Height; y++)
        {
            for (int x = 0, i = y * width; x < width; x++, i++)
            {
                if (x + 1 < width)
                    Look(i, i + 1);
                if (y + 1 < _map.Height)
                    Look(i, i + width);
            }
        }
    }

    private void Look(int a, int b)
    {
        ushort idA = _map.Ids[a], idB = _map.Ids[b];
        if (idA != idB)
        {
            Perimeters[idA]++;
            Perimeters[idB]++;
            bool isA = IsOwner(a, b, idA, idB);
            ByOwner[isA ? idA : idB].Add(isA ? new(a, b) : new(b, a));
            IdMask[a] = IdMask[b] = Mask[a] = Mask[b] = true;
        }
        else if (idA != 0 && IsCrease(a, b))
        {
            Mask[a] = Mask[b] = true;
        }
    }

    // Without depth, and where two touch, the smaller one: the larger is what it stands on.
    private bool IsOwner(int a, int b, ushort idA, ushort idB)
    {
        if (idA == 0 || idB == 0)
            return idB == 0;
        float depthA = _depth?[a] ?? 0, depthB = _depth?[b] ?? 0;
        return MathF.Abs(depthA - depthB) > DepthStep * MathF.Min(depthA, depthB) ? depthA < depthB : _map.AreaOf(idA) <= _map.AreaOf(idB);
    }

    private bool IsCrease(int a, int b) =>
        (_depth is { } depth && MathF.Abs(depth[a] - depth[b]) > DepthStep * MathF.Min(depth[a], depth[b])) || (_normals is { } normals && Cosine(normals, 3 * a, 3 * b) < CosineOfCrease);

    private static float Cosine(ushort[] normals, int a, int b)
    {
        const float Half = ushort.MaxValue / 2f;
        float sum = 0;
        for (int k = 0; k < 3; k++)
            sum += (normals[a + k] - Half) * (normals[b + k] - Half);
        return sum / (Half * Half);
    }

    private static float[] DepthOf(in PixelPlane plane)
    {
        if (plane.SampleType == SampleType.Float32)
            return MemoryMarshal.Cast<byte, float>(plane.Bytes.Span).ToArray();
        ReadOnlySpan<ushort> codes = MemoryMarshal.Cast<byte, ushort>(plane.Bytes.Span);
        float[] depth = new float[codes.Length];
        for (int i = 0; i < depth.Length; i++)
            depth[i] = codes[i];
        return depth;
    }
}
