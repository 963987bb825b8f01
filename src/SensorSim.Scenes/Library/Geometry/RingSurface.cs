using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>A surface over closed rings of points, each joined to the next: the walls of tubs, prisms and nuts.</summary>
internal sealed class RingSurface
{
    /// <summary>Faces that meet at a larger angle than this have a sharp edge between them.</summary>
    private const float CreaseCosine = 0.8f;

    private readonly IReadOnlyList<Vector3[]> _rings;
    private readonly Vector3[,] _normals;
    private readonly int _count;

    private RingSurface(IReadOnlyList<Vector3[]> rings)
    {
        _rings = rings;
        _count = rings[0].Length;
        _normals = new Vector3[rings.Count - 1, _count];
        for (int band = 0; band + 1 < rings.Count; band++)
        {
            for (int side = 0; side < _count; side++)
            {
                Vector3 cross = Vector3.Cross(Point(band + 1, side + 1) - Point(band, side), Point(band + 1, side) - Point(band, side + 1));
                _normals[band, side] = cross.LengthSquared() > 0 ? Vector3.Normalize(cross) : Vector3.Zero;
            }
        }
    }

    /// <summary>Adds the surface; texture coordinates are metres along and across the rings.</summary>
    /// <param name="mesh">Receives the triangles.</param>
    /// <param name="material">Index of the material.</param>
    /// <param name="placement">Where it stands.</param>
    /// <param name="rings">Of the same number of points. A ring that runs counter-clockwise as seen from +Y and rises to the next faces outwards.</param>
    public static void AddTo(MeshBuilder mesh, int material, Placement placement, IReadOnlyList<Vector3[]> rings)
    {
        var surface = new RingSurface(rings);
        float along = 0;
        for (int band = 0; band + 1 < rings.Count; band++)
        {
            float next = along + Vector3.Distance(rings[band][0], rings[band + 1][0]);
            surface.AddBand(mesh, material, placement, band, -along, -next);
            along = next;
        }
    }

    private void AddBand(MeshBuilder mesh, int material, Placement placement, int band, float low, float high)
    {
        float around = 0;
        for (int side = 0; side < _count; side++)
        {
            float next = around + MathF.Max(Vector3.Distance(Point(band, side), Point(band, side + 1)), Vector3.Distance(Point(band + 1, side), Point(band + 1, side + 1)));
            Vertex Corner(int ring, int point, float u) => new(Point(ring, point), Normal(band, side, ring, point), new(u, ring == band ? low : high));
            Vertex a = Corner(band, side, around), b = Corner(band, side + 1, next), c = Corner(band + 1, side + 1, next), d = Corner(band + 1, side, around);
            AddQuad(mesh, material, placement, a, b, c, d);
            around = next;
        }
    }

    private static void AddQuad(MeshBuilder mesh, int material, Placement placement, Vertex a, Vertex b, Vertex c, Vertex d)
    {
        bool isFirst = a.Position != b.Position, isSecond = c.Position != d.Position;
        uint[] indices = (isFirst, isSecond) switch
        {
            (true, true) => [0, 1, 2, 0, 2, 3],
            (true, false) => [0, 1, 2],
            (false, true) => [0, 2, 3],
            _ => [],
        };
        if (indices.Length > 0)
        {
            mesh.Add(material, placement, [a, b, c, d], indices);
        }
    }

    /// <summary>The normal of a face at one of its corners: shared with neighbours that it joins smoothly.</summary>
    private Vector3 Normal(int band, int side, int ring, int point)
    {
        Vector3 own = _normals[band, side], sum = Vector3.Zero;
        for (int i = ring - 1; i <= ring; i++)
        {
            for (int j = point - 1; j <= point; j++)
            {
                if (i >= 0 && i < _normals.GetLength(0) && Vector3.Dot(own, _normals[i, (j + _count) % _count]) is float cosine && cosine > CreaseCosine)
                {
                    sum += _normals[i, (j + _count) % _count];
                }
            }
        }

        return sum.LengthSquared() > 0 ? Vector3.Normalize(sum) : Vector3.UnitY;
    }

    private Vector3 Point(int ring, int point) => _rings[ring][point % _count];
}
