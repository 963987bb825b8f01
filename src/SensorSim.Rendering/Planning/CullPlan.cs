using System.Runtime.InteropServices;

namespace SensorSim.Rendering.Planning;

/// <summary>
/// How a view's solid triangles are culled one by one, before anything rasterizes them. A software device transforms vertices and sets triangles up
/// on one thread; a compute pass uses all. Where triangles are about as small as pixels most of them face away or cover no sample.
/// </summary>
internal sealed class CullPlan
{
    /// <summary>Worth it from one triangle for so many pixels of the image on, with one sample of each.</summary>
    public const int PixelsPerTriangle = 4;

    /// <summary>With four samples, which rasterizers then need not shade.</summary>
    public const int PixelsPerSampledTriangle = 40;

    /// <summary>60 bytes each are held for what is kept.</summary>
    public const int MostTriangles = 2 << 20;

    private readonly List<CulledDraw> _draws = [];

    private CullPlan(ViewPlan view, DrawList list, List<TriangleCluster> clusters)
    {
        FirstCluster = clusters.Count;
        foreach (Draw draw in view.Solid)
        {
            if (draw.Features.IsCutout)
            {
                _draws.Add(new(draw, null));
                continue;
            }

            int batch = BatchFor(draw);
            foreach (uint index in CollectionsMarshal.AsSpan(list.Entries).Slice(draw.FirstEntry, draw.EntryCount))
            {
                AddClusters(clusters, draw, index, batch);
            }
        }

        ClusterCount = clusters.Count - FirstCluster;
    }

    /// <summary>In the order of <see cref="ViewPlan.Solid"/>.</summary>
    public IReadOnlyList<CulledDraw> Draws => _draws;

    /// <summary>Whether something is drawn as it is.</summary>
    public bool HasHoles => _draws.Any(draw => draw.Batch is null);

    public int BatchCount { get; private set; }

    public int FirstCluster { get; }

    public int ClusterCount { get; }

    /// <summary>Before culling.</summary>
    public int TriangleCount { get; private set; }

    /// <summary>Null where culling is not worth it.</summary>
    /// <param name="view">Its solid draws.</param>
    /// <param name="list">What draws name.</param>
    /// <param name="clusters">Receives the view's.</param>
    /// <param name="hasFourSamples">Whether images have four samples of each pixel.</param>
    public static CullPlan? Of(ViewPlan view, DrawList list, List<TriangleCluster> clusters, bool hasFourSamples)
    {
        long triangles = view.Solid.Where(draw => !draw.Features.IsCutout).Sum(draw => (long)draw.Primitive.TriangleCount * draw.EntryCount);
        long pixels = (long)view.Intrinsics.Width * view.Intrinsics.Height;
        int worth = hasFourSamples ? PixelsPerSampledTriangle : PixelsPerTriangle;
        return triangles * worth >= pixels && triangles is > 0 and <= MostTriangles ? new(view, list, clusters) : null;
    }

    private int BatchFor(in Draw draw)
    {
        if (_draws.Count > 0 && _draws[^1] is { Batch: int last, Draw: var first } && TriangleCluster.FlagsOf(first) == TriangleCluster.FlagsOf(draw))
        {
            return last;
        }

        _draws.Add(new(draw, BatchCount));
        return BatchCount++;
    }

    private void AddClusters(List<TriangleCluster> clusters, in Draw draw, uint index, int batch)
    {
        int count = draw.Primitive.TriangleCount;
        for (int first = 0; first < count; first += TriangleCluster.Most)
        {
            uint triangles = (uint)Math.Min(count - first, TriangleCluster.Most);
            clusters.Add(new(index, (uint)(draw.Primitive.FirstTriangle + first), triangles | TriangleCluster.FlagsOf(draw), (uint)batch));
        }

        TriangleCount += count;
    }
}
