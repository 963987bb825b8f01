namespace SensorSim.Hosting.Styles;

/// <summary>Edges as backends are given them: pixels beside another instance, or beside a jump of depth.</summary>
internal static class StyleEdges
{
    /// <summary>Share of the nearer distance by which depth must change from one pixel to the next to be a jump.</summary>
    private const float Jump = 0.05f;

    public static bool[] Of(ReadOnlySpan<ushort> instances, ReadOnlySpan<float> depthMetres, int width)
    {
        bool[] edges = new bool[instances.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            if ((i + 1) % width != 0)
            {
                Mark(edges, i, i + 1, instances, depthMetres);
            }

            if (i + width < edges.Length)
            {
                Mark(edges, i, i + width, instances, depthMetres);
            }
        }

        return edges;
    }

    private static void Mark(bool[] edges, int a, int b, ReadOnlySpan<ushort> instances, ReadOnlySpan<float> depthMetres)
    {
        float nearer = Math.Min(depthMetres[a], depthMetres[b]), farther = Math.Max(depthMetres[a], depthMetres[b]);
        if (instances[a] != instances[b] || (nearer > 0 && farther - nearer > Jump * nearer))
        {
            (edges[a], edges[b]) = (true, true);
        }
    }
}
