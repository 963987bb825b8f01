namespace SensorSim.Scenes.Gltf.Meshes;

/// <summary>Which triangle corners share a tangent: a union-find over corners.</summary>
internal sealed class CornerGroups(int corners)
{
    private readonly int[] parents = [.. Enumerable.Range(0, corners)];

    /// <summary>The corner that stands for the group; its triangle has the group's orientation.</summary>
    public int Root(int corner)
    {
        while (parents[corner] != corner)
        {
            corner = parents[corner] = parents[parents[corner]];
        }

        return corner;
    }

    /// <summary>
    /// Joins corners at the same point across every edge that two triangles of equal orientation share. Triangles without orientation (0)
    /// join the first group they touch afterwards, so that they never bridge two groups.
    /// </summary>
    public void Join(int[] points, uint[] indices, sbyte[] orientations)
    {
        var withoutOrientation = new List<(int Corner, int Other)>();
        foreach ((int corner, int other) in SharedCorners(points, indices))
        {
            sbyte a = orientations[corner / 3], b = orientations[other / 3];
            if (a == 0 || b == 0)
            {
                withoutOrientation.Add(a == 0 ? (corner, other) : (other, corner));
            }
            else if (a == b)
            {
                parents[Root(corner)] = Root(other);
            }
        }

        foreach ((int corner, int other) in withoutOrientation)
        {
            if (Root(corner) == corner)
            {
                parents[corner] = Root(other);
            }
        }
    }

    /// <summary>Pairs of corners at the two ends of every edge that one triangle runs along and another runs back.</summary>
    private static IEnumerable<(int Corner, int Other)> SharedCorners(int[] points, uint[] indices)
    {
        var open = new Dictionary<(int From, int To), int>(indices.Length);
        for (int from = 0; from < indices.Length; from++)
        {
            int to = from % 3 == 2 ? from - 2 : from + 1;
            (int a, int b) = (points[indices[from]], points[indices[to]]);
            if (open.Remove((b, a), out int back))
            {
                int backTo = back % 3 == 2 ? back - 2 : back + 1;
                yield return (from, backTo);
                yield return (to, back);
            }
            else
            {
                open.TryAdd((a, b), from);
            }
        }
    }
}
