namespace SensorSim.Rendering.Twin;

/// <summary>
/// Triangles turned, and vertices repeated where that does not suffice, so that no two triangles begin with the same vertex: what a flat
/// attribute says at the first vertex then belongs to one triangle.
/// </summary>
/// <param name="Indices">Three for each triangle, in the given order of triangles and each with its winding.</param>
/// <param name="Sources">The given vertex behind each vertex; repeated ones come last.</param>
/// <param name="Triangles">The triangle that begins at each vertex; 0 where none does.</param>
internal sealed record ProvokingOrder(uint[] Indices, uint[] Sources, uint[] Triangles)
{
    public static ProvokingOrder Of(ReadOnlySpan<uint> indices, int vertexCount)
    {
        uint[] turned = new uint[indices.Length];
        var sources = new List<uint>(vertexCount);
        sources.AddRange(Enumerable.Range(0, vertexCount).Select(vertex => (uint)vertex));
        var triangles = new List<uint>(new uint[vertexCount]);
        bool[] isTaken = new bool[vertexCount];
        for (int i = 0; i < indices.Length; i += 3)
        {
            ReadOnlySpan<uint> corners = indices.Slice(i, 3);
            int first = Math.Max(FirstFree(corners, isTaken), 0);
            uint vertex = corners[first];
            (turned[i], turned[i + 1], turned[i + 2]) = (vertex, corners[(first + 1) % 3], corners[(first + 2) % 3]);
            if (isTaken[vertex])
            {
                turned[i] = (uint)sources.Count;
                sources.Add(vertex);
                triangles.Add((uint)(i / 3));
                continue;
            }

            isTaken[vertex] = true;
            triangles[(int)vertex] = (uint)(i / 3);
        }

        return new(turned, [.. sources], [.. triangles]);
    }

    private static int FirstFree(ReadOnlySpan<uint> corners, bool[] isTaken)
    {
        for (int corner = 0; corner < 3; corner++)
        {
            if (!isTaken[corners[corner]])
            {
                return corner;
            }
        }

        return -1;
    }
}
