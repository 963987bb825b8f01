using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Gltf;

public class PrimitiveTests
{
    private const string NormalMapped = """{"normalTexture":{"index":0}}""";

    private static readonly byte[] Pixel = TestPng.Rgba(1, 1, 128, 128, 255, 255);

    // A zigzag in the plane z = 0, such that the strip's triangles all face +Z.
    private static readonly Vector3[] Zigzag = [new(0, 0, 0), new(1, 0, 0), new(0, 1, 0), new(1, 1, 0), new(0, 2, 0)];

    [Test]
    public void Strip_FollowsTheSpecification_AndKeepsTheWinding()
    {
        Primitive p = Shape(Zigzag, mode: 5);
        Assert.That(p.Positions.Length, Is.EqualTo(9));
        Assert.That(p.Normals, Is.All.EqualTo(Vector3.UnitZ));
        Assert.That(p.Positions[3..6], Is.EqualTo(new[] { Zigzag[1], Zigzag[3], Zigzag[2] }));
    }

    [Test]
    public void Fan_FollowsTheSpecification_AndKeepsTheWinding()
    {
        Vector3[] rim = [Vector3.Zero, new(1, 0, 0), new(1, 1, 0), new(0, 1, 0)];
        Primitive p = Shape(rim, mode: 6);
        Assert.That(p.Positions, Is.EqualTo(new[] { rim[1], rim[2], rim[0], rim[2], rim[3], rim[0] }));
        Assert.That(p.Normals, Is.All.EqualTo(Vector3.UnitZ));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void PointsAndLines_AreLeftOutWithAWarning(int mode)
    {
        Scene scene = new TestGltf().Mesh([("POSITION", g => g.Accessor("VEC3", Zigzag))], mode: mode).Node("""{"mesh":0}""").Read();
        Assert.That(scene.Meshes[0].Primitives, Is.Empty);
        Assert.That(scene.Warnings, Has.Some.Contains("points and lines"));
    }

    [Test]
    public void FlatNormals_OfACorner_AreThoseOfItsFaces()
    {
        Vector3[] corner = [Vector3.Zero, Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ];
        var gltf = new TestGltf();
        int indices = gltf.Accessor("SCALAR", new byte[] { 0, 2, 1, 0, 1, 3, 0, 3, 2 }, TestGltf.UInt8);
        Primitive p = gltf.Mesh([("POSITION", g => g.Accessor("VEC3", corner))], indices).ReadPrimitive();
        Assert.That(p.Normals.Chunk(3).Select(n => n[0]), Is.EqualTo(new[] { -Vector3.UnitZ, -Vector3.UnitY, -Vector3.UnitX }));
        Assert.That(p.Indices, Is.EqualTo(Enumerable.Range(0, 9)));
    }

    [Test]
    public void FlatNormals_OfTinyAndDegenerateTriangles_AreUnitVectors()
    {
        const float tiny = 1e-20f;
        Primitive p = Shape([Vector3.Zero, new(tiny, 0, 0), new(0, tiny, 0), Vector3.One, Vector3.One, Vector3.One], mode: 4);
        Assert.That(p.Normals, Is.All.Matches<Vector3>(n => MathF.Abs(n.Length() - 1) < 1e-6f));
    }

    [Test]
    public void GivenNormals_AreScaledToOne_AndMissingOnesTakenFromFaces()
    {
        Primitive p = new TestGltf().Mesh(
        [
            ("POSITION", g => g.Accessor("VEC3", [Vector3.Zero, Vector3.UnitX, Vector3.UnitY])),
            ("NORMAL", g => g.Accessor("VEC3", [new Vector3(0, 3, 4), Vector3.Zero, new Vector3(float.NaN)])),
        ]).ReadPrimitive();
        Assert.That(p.Normals, Is.EqualTo(new[] { new Vector3(0, .6f, .8f), Vector3.UnitZ, Vector3.UnitZ }).Using<Vector3>(Near));
    }

    [TestCase(0, 0, 1, 0, 0, 1, 1)]
    [TestCase(0, 1, 1, 1, 0, 0, 2)]
    public void Tangents_AlongU_WithTheHandednessOfTheTexture(float u0, float v0, float u1, float v1, float u2, float v2, int upright)
    {
        // The triangle's x runs along +u. In the first case v grows with y: downwards in the image, so the texture is mirrored.
        Primitive p = Textured([Vector3.Zero, Vector3.UnitX, Vector3.UnitY], [new(u0, v0), new(u1, v1), new(u2, v2)], [0, 1, 2]);
        Assert.That(p.Tangents, Is.All.EqualTo(new Vector4(1, 0, 0, upright == 2 ? 1 : -1)));
    }

    [Test]
    public void Tangents_OfASphere_AreDueEast()
    {
        const int columns = 64, rows = 32;
        var positions = new List<Vector3>();
        var coordinates = new List<Vector2>();
        for (int row = 0; row <= rows; row++)
        {
            for (int column = 0; column <= columns; column++)
            {
                (float sin, float cos) = MathF.SinCos(MathF.Tau * column / columns);
                (float ring, float height) = MathF.SinCos(MathF.PI * row / rows);
                positions.Add(new(ring * cos, height, -ring * sin));
                coordinates.Add(new((float)column / columns, (float)row / rows));
            }
        }

        ushort[] indices = [.. from row in Enumerable.Range(0, rows) from column in Enumerable.Range(0, columns) from i in Quad(row, column) select i];
        Primitive p = Textured([.. positions], [.. coordinates], indices, [.. positions]);
        for (int i = 0; i < p.Positions.Length; i++)
        {
            Vector3 position = p.Positions[i];
            if (MathF.Abs(position.Y) < 0.95f)
            {
                var east = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, position));
                Assert.That(Vector3.Dot(east, new(p.Tangents![i].X, p.Tangents[i].Y, p.Tangents[i].Z)), Is.GreaterThan(0.998f), $"at {position}");
                Assert.That(p.Tangents[i].W, Is.EqualTo(1));
            }
        }

        ushort[] Quad(int row, int column)
        {
            int a = (row * (columns + 1)) + column, b = a + columns + 1;
            return [(ushort)a, (ushort)b, (ushort)(a + 1), (ushort)(a + 1), (ushort)b, (ushort)(b + 1)];
        }
    }

    [Test]
    public void Tangents_WhereMirroredHalvesMeet_SplitTheVertices()
    {
        // u runs away from the shared edge x = 0 on both sides.
        Vector3[] positions = [new(0, 0, 0), new(0, 1, 0), new(1, 0, 0), new(-1, 0, 0)];
        Vector2[] coordinates = [new(0, 1), new(0, 0), new(1, 1), new(1, 1)];
        Primitive p = Textured(positions, coordinates, [0, 2, 1, 0, 1, 3]);
        Assert.Multiple(() =>
        {
            Assert.That(p.Positions.Length, Is.EqualTo(6));
            Assert.That(p.Indices[..3].Select(i => p.Tangents![i]), Is.All.EqualTo(new Vector4(1, 0, 0, 1)));
            Assert.That(p.Indices[3..].Select(i => p.Tangents![i]), Is.All.EqualTo(new Vector4(-1, 0, 0, -1)));
            Assert.That(p.Indices.Select(i => p.Positions[i]), Is.EqualTo(new[] { 0, 2, 1, 0, 1, 3 }.Select(i => positions[i])));
        });
    }

    [Test]
    public void Tangents_AreWeightedByAngle_AcrossSmoothEdges()
    {
        // Around the shared vertex 0, one triangle spans 90 degrees with its tangent along x, the other 45 degrees with a tangent along -y + x.
        Vector3[] positions = [Vector3.Zero, Vector3.UnitX, Vector3.UnitY, new(-1, 1, 0)];
        Vector2[] coordinates = [new(0, 0), new(1, 0), new(0, -1), new(-.5f, -2)];
        Primitive p = Textured(positions, coordinates, [0, 1, 2, 0, 2, 3]);
        Vector2 second = TangentOf(positions[0], positions[2], positions[3], coordinates[0], coordinates[2], coordinates[3]);
        Vector2 expected = Vector2.Normalize((MathF.PI / 2 * Vector2.UnitX) + (MathF.PI / 4 * second));
        Assert.That(new Vector2(p.Tangents![0].X, p.Tangents[0].Y), Is.EqualTo(expected).Using<Vector2>((a, b) => Vector2.Distance(a, b) < 1e-6f));
    }

    [Test]
    public void Tangents_AreLeftOut_WhereNothingNeedsThem()
    {
        Primitive p = TestGltf.Triangle().ReadPrimitive();
        Assert.That(p.Tangents, Is.Null);
    }

    [Test]
    public void Tangents_WithoutUvSet_AreLeftOutWithAWarning()
    {
        Scene scene = new TestGltf().Texture(Pixel).With("materials", NormalMapped)
            .Mesh([("POSITION", g => g.Accessor("VEC3", Zigzag[..3]))], material: 0).Read();
        Assert.That(scene.Meshes[0].Primitives[0].Tangents, Is.Null);
        Assert.That(scene.Warnings, Has.Some.Contains("UV set 0 is missing"));
    }

    private static Primitive Shape(Vector3[] positions, int mode) =>
        new TestGltf().Mesh([("POSITION", g => g.Accessor("VEC3", positions))], mode: mode).ReadPrimitive();

    private static Primitive Textured(Vector3[] positions, Vector2[] coordinates, ushort[] indices, Vector3[]? normals = null)
    {
        TestGltf gltf = new TestGltf().Texture(Pixel).With("materials", NormalMapped);
        int accessor = gltf.Accessor("SCALAR", indices, TestGltf.UInt16);
        return gltf.Mesh(
            [
                ("POSITION", g => g.Accessor("VEC3", positions)),
                ("NORMAL", g => g.Accessor("VEC3", normals ?? [.. positions.Select(_ => Vector3.UnitZ)])),
                ("TEXCOORD_0", g => g.Accessor("VEC2", coordinates)),
            ],
            accessor,
            material: 0).ReadPrimitive();
    }

    /// <summary>Direction of growing u in the plane, by solving the two edge equations.</summary>
    private static Vector2 TangentOf(Vector3 p0, Vector3 p1, Vector3 p2, Vector2 t0, Vector2 t1, Vector2 t2)
    {
        Vector3 e1 = p1 - p0, e2 = p2 - p0;
        Vector2 d1 = t1 - t0, d2 = t2 - t0;
        float determinant = (d1.X * d2.Y) - (d2.X * d1.Y);
        return Vector2.Normalize(new Vector2((d2.Y * e1.X) - (d1.Y * e2.X), (d2.Y * e1.Y) - (d1.Y * e2.Y)) / determinant);
    }

    private static bool Near(Vector3 a, Vector3 b) => Vector3.Distance(a, b) < 1e-6f;
}
