using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>
/// A box with chamfered edges. The chamfers carry the normals of the faces they join, so that they shade as if they were round:
/// real edges catch light, and a rendering without them looks false.
/// </summary>
internal static class BevelledBox
{
    private static readonly float[] s_signs = [-1, 1];

    /// <summary>Adds a box whose lower side is centred on the placement's origin.</summary>
    public static void AddTo(MeshBuilder mesh, int material, Placement placement, Vector3 size, float bevel, BoxMapping mapping)
    {
        Vector3 half = size / 2;
        float cut = Math.Min(bevel, 0.45f * Math.Min(size.X, Math.Min(size.Y, size.Z)));
        var raised = placement with { Position = placement.Point(half.Y * Vector3.UnitY) };
        foreach (BoxFace face in BoxFace.All)
        {
            AddFace(mesh, material, raised, face, half, cut, mapping);
        }

        for (int axis = 0; axis < 3; axis++)
        {
            AddEdges(mesh, material, raised, axis, half, cut, mapping);
        }

        AddCorners(mesh, material, raised, half, cut, mapping);
    }

    private static void AddFace(MeshBuilder mesh, int material, Placement placement, BoxFace face, Vector3 half, float cut, BoxMapping mapping)
    {
        float right = Extent(face.Right, half) - cut, up = Extent(face.Up, half) - cut;
        Vertex Corner(float r, float u) => OnFace(face, (r * right * face.Right) + (u * up * face.Up) + (Extent(face.Normal, half) * face.Normal), half, mapping);
        mesh.AddQuad(material, placement, Corner(-1, -1), Corner(1, -1), Corner(1, 1), Corner(-1, 1));
    }

    /// <summary>The four chamfers along one axis.</summary>
    private static void AddEdges(MeshBuilder mesh, int material, Placement placement, int axis, Vector3 half, float cut, BoxMapping mapping)
    {
        Vector3 along = Axis(axis);
        float length = Extent(along, half) - cut;
        foreach (float s in s_signs)
        {
            foreach (float t in s_signs)
            {
                BoxFace a = Face(s * Axis((axis + 1) % 3)), b = Face(t * Axis((axis + 2) % 3));
                Vector3 onA = Inset(a.Normal, b.Normal, half, cut), onB = Inset(b.Normal, a.Normal, half, cut);
                Vertex[] corners =
                [
                    OnFace(a, onA - (length * along), half, mapping), OnEdge(a, b, onB - (length * along), half, mapping),
                    OnEdge(a, b, onB + (length * along), half, mapping), OnFace(a, onA + (length * along), half, mapping),
                ];
                uint[] indices = s * t > 0 ? [0, 1, 2, 0, 2, 3] : [0, 2, 1, 0, 3, 2];
                mesh.Add(material, placement, corners, indices);
            }
        }
    }

    private static void AddCorners(MeshBuilder mesh, int material, Placement placement, Vector3 half, float cut, BoxMapping mapping)
    {
        foreach (float x in s_signs)
        {
            foreach (float y in s_signs)
            {
                foreach (float z in s_signs)
                {
                    BoxFace fx = Face(x * Vector3.UnitX), fy = Face(y * Vector3.UnitY), fz = Face(z * Vector3.UnitZ);
                    Vector3 tip = new Vector3(x, y, z) * (half - new Vector3(cut));
                    Vertex[] corners =
                    [
                        OnFace(fx, tip + (cut * fx.Normal), half, mapping),
                        OnEdge(fx, fy, tip + (cut * fy.Normal), half, mapping),
                        OnEdge(fx, fz, tip + (cut * fz.Normal), half, mapping),
                    ];
                    uint[] indices = x * y * z > 0 ? [0, 1, 2] : [0, 2, 1];
                    mesh.Add(material, placement, corners, indices);
                }
            }
        }
    }

    private static Vertex OnFace(BoxFace face, Vector3 p, Vector3 half, BoxMapping mapping) => new(p, face.Normal, TexCoord(face, p, half, mapping));

    /// <summary>A vertex with the normal of one face and the texture of the face that it is joined to, so that no seam crosses the chamfer.</summary>
    private static Vertex OnEdge(BoxFace texture, BoxFace normal, Vector3 p, Vector3 half, BoxMapping mapping) =>
        new(p, normal.Normal, TexCoord(texture, p, half, mapping));

    private static Vector2 TexCoord(BoxFace face, Vector3 p, Vector3 half, BoxMapping mapping) => mapping.At(
        face, Vector3.Dot(p, face.Right), Vector3.Dot(p, face.Up), 2 * new Vector2(Extent(face.Right, half), Extent(face.Up, half)));

    private static Vector3 Inset(Vector3 on, Vector3 towards, Vector3 half, float cut) =>
        (Extent(on, half) * on) + ((Extent(towards, half) - cut) * towards);

    private static BoxFace Face(Vector3 normal) => BoxFace.All.First(f => f.Normal == normal);

    private static float Extent(Vector3 axis, Vector3 half) => Vector3.Dot(Vector3.Abs(axis), half);

    private static Vector3 Axis(int axis) => axis switch { 0 => Vector3.UnitX, 1 => Vector3.UnitY, _ => Vector3.UnitZ };
}
