using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Composition;

/// <summary>Several nodes as one mesh.</summary>
public sealed class FlattenedMeshTests
{
    [Test]
    public void Parts_Lie_Where_Their_Nodes_Had_Them_And_Face_Outwards()
    {
        Scene mug = ObjectLibrary.Of("mug").Fragment;
        Matrix4x4d[] poses =
        [
            Matrix4x4d.FromTrs(new(1, 2, 3), Quaterniond.FromAxisAngle(Vector3d.UnitX, 0.7), new(2, 0.5, 1)),
            Matrix4x4d.FromTrs(new(-1, 0, 0), Quaterniond.FromAxisAngle(Vector3d.UnitY, 1.2), new(-1, 1, 3)),
        ];
        Scene two = mug with { Nodes = [.. poses.Select(pose => mug.Nodes[0] with { LocalTransform = pose, Pose = null })] };

        Mesh flat = FlattenedMesh.Of(two, "two");

        Assert.That(flat.Primitives, Has.Count.EqualTo(2 * mug.Meshes[0].Primitives.Count));
        double[] volumes = [.. flat.Primitives.Chunk(mug.Meshes[0].Primitives.Count).Select(part => Volume(part))];
        Assert.That(volumes[0], Is.EqualTo(Volume(mug.Meshes[0].Primitives)).Within(0.01).Percent, "scaled by 2 times a half");
        Assert.That(volumes[1], Is.EqualTo(3 * Volume(mug.Meshes[0].Primitives)).Within(0.01).Percent, "a mirrored mesh has its outside outside");
        foreach (Primitive primitive in flat.Primitives)
        {
            Assert.That(primitive.Normals.Select(normal => normal.Length()), Is.All.EqualTo(1).Within(1e-4));
            Assert.That(FacesAgainstNormals(primitive), Is.EqualTo(FacesAgainstNormals(mug.Meshes[0].Primitives[0])), "normals keep their side of the triangles");
        }
    }

    [Test]
    public void What_Shows_Nothing_Is_Refused() =>
        Assert.That(() => FlattenedMesh.Of(ObjectLibrary.Of("mug").Fragment with { Nodes = [] }, "empty.glb"), Throws.TypeOf<CompositionException>().With.Message.EqualTo("'empty.glb' shows no mesh."));

    // By the divergence theorem: of closed surfaces that face outwards.
    private static double Volume(IReadOnlyList<Primitive> primitives)
    {
        Vector3 origin = primitives[0].Positions[0]; // near, so that single precision suffices
        return primitives.Sum(primitive => Triangles(primitive).Sum(t => Vector3.Dot(t.A - origin, Vector3.Cross(t.B - origin, t.C - origin)) / 6.0));
    }

    private static int FacesAgainstNormals(Primitive primitive) => Enumerable.Range(0, primitive.Indices.Length / 3).Count(i =>
    {
        uint[] corners = primitive.Indices[(3 * i)..((3 * i) + 3)];
        Vector3 face = Vector3.Cross(primitive.Positions[corners[1]] - primitive.Positions[corners[0]], primitive.Positions[corners[2]] - primitive.Positions[corners[0]]);
        return face.Length() > 1e-12f && Vector3.Dot(Vector3.Normalize(face), primitive.Normals[corners[0]] + primitive.Normals[corners[1]] + primitive.Normals[corners[2]]) < -0.1f;
    });

    private static IEnumerable<(Vector3 A, Vector3 B, Vector3 C)> Triangles(Primitive primitive) => Enumerable.Range(0, primitive.Indices.Length / 3).Select(i =>
        (primitive.Positions[primitive.Indices[3 * i]], primitive.Positions[primitive.Indices[(3 * i) + 1]], primitive.Positions[primitive.Indices[(3 * i) + 2]]));
}
