using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Library;

/// <summary>Every object of the library is a solid of the size that it says, standing on the ground.</summary>
[TestFixture]
public sealed class ObjectLibraryTests
{
    /// <summary>Corners nearer than this are one.</summary>
    private const float Weld = 1e-6f;

    private static IEnumerable<string> Names => ObjectLibrary.Names;

    private static IEnumerable<string> Vessels => ["mug", "tumbler", "paper-cup", "bowl", "tote-bin", "small-bin", "grey-tote"];

    [TestCaseSource(nameof(Names))]
    public void It_Stands_On_The_Ground_In_The_Middle_And_Is_As_Large_As_It_Says(string name)
    {
        LibraryObject item = ObjectLibrary.Of(name);
        Vector3[] points = [.. Points(item)];
        Vector3 min = points.Aggregate(Vector3.Min), max = points.Aggregate(Vector3.Max);

        Assert.That(min.Y, Is.Zero.Within(1e-6));
        Assert.That(min.X + max.X, Is.Zero.Within(1e-5));
        Assert.That(min.Z + max.Z, Is.Zero.Within(1e-5));
        Assert.That(max.X - min.X, Is.EqualTo(item.SizeMetres.X).Within(0.001));
        Assert.That(max.Y, Is.EqualTo(item.SizeMetres.Y).Within(0.001));
        Assert.That(max.Z - min.Z, Is.EqualTo(item.SizeMetres.Z).Within(0.001));
    }

    [TestCaseSource(nameof(Names))]
    public void It_Is_Closed(string name)
    {
        var edges = new Dictionary<(int From, int To), int>();
        foreach ((int a, int b, int c) in Triangles(ObjectLibrary.Of(name), out _))
        {
            foreach ((int From, int To) edge in ((int, int)[])[(a, b), (b, c), (c, a)])
            {
                edges[edge] = edges.GetValueOrDefault(edge) + 1;
            }
        }

        Assert.That(edges.Where(e => edges.GetValueOrDefault((e.Key.To, e.Key.From)) != e.Value), Is.Empty, "each edge goes both ways equally often");
    }

    [TestCaseSource(nameof(Names))]
    public void It_Faces_Outwards(string name)
    {
        LibraryObject item = ObjectLibrary.Of(name);
        foreach (Primitive p in item.Fragment.Meshes[0].Primitives)
        {
            for (int i = 0; i < p.Indices.Length; i += 3)
            {
                Vector3 a = p.Positions[p.Indices[i]], b = p.Positions[p.Indices[i + 1]], c = p.Positions[p.Indices[i + 2]];
                Vector3 shading = p.Normals[p.Indices[i]] + p.Normals[p.Indices[i + 1]] + p.Normals[p.Indices[i + 2]];
                Assert.That(Vector3.Dot(Vector3.Cross(b - a, c - a), shading), Is.GreaterThan(0));
            }
        }

        List<(int A, int B, int C)> triangles = Triangles(item, out List<Vector3> corners);
        double volume = triangles.Sum(t => Vector3.Dot(corners[t.A], Vector3.Cross(corners[t.B], corners[t.C])) / 6.0);
        Vector3 size = new((float)item.SizeMetres.X, (float)item.SizeMetres.Y, (float)item.SizeMetres.Z);
        Assert.That(volume, Is.InRange(0.005 * size.X * size.Y * size.Z, 1.3 * size.X * size.Y * size.Z), "the volume enclosed; a jar's counts twice where it is full");
    }

    [TestCaseSource(nameof(Names))]
    public void It_Is_One_Mesh_With_Metres_And_Tangents(string name)
    {
        LibraryObject item = ObjectLibrary.Of(name);
        Scene scene = item.Fragment;
        int triangles = scene.Meshes[0].Primitives.Sum(p => p.Indices.Length / 3);

        Assert.That(scene.Nodes, Has.Count.EqualTo(1));
        Assert.That(scene.Meshes, Has.Count.EqualTo(1));
        Assert.That(scene.Nodes[0].Mesh, Is.Zero);
        Assert.That((string?)scene.Nodes[0].Extras!["category"], Is.EqualTo(item.Category));
        Assert.That(triangles, Is.InRange(40, 4000));
        Assert.That(scene.Meshes[0].Primitives.Select(p => p.Material), Is.Unique.And.All.InRange(0, scene.Materials.Count - 1));
        foreach (Primitive p in scene.Meshes[0].Primitives)
        {
            Assert.That(p.Tangents, Has.Length.EqualTo(p.Positions.Length));
            Assert.That(p.TexCoords0, Has.Length.EqualTo(p.Positions.Length));
        }

        TestContext.Out.WriteLine($"{name}: {triangles} triangles, {scene.Materials.Count} materials");
    }

    /// <summary>Seen from above, the middle of a vessel is its floor, near the ground.</summary>
    [TestCaseSource(nameof(Vessels))]
    public void A_Vessel_Is_Hollow(string name)
    {
        LibraryObject item = ObjectLibrary.Of(name);
        List<(int A, int B, int C)> triangles = Triangles(item, out List<Vector3> corners);
        var above = new Vector2((float)item.SizeMetres.X * 0.05f, (float)item.SizeMetres.Z * 0.03f);
        float[] heights = [.. triangles.Select(t => HeightAt(corners[t.A], corners[t.B], corners[t.C], above)).OfType<float>()];

        Assert.That(heights, Is.Not.Empty);
        Assert.That(heights.Max(), Is.LessThan(0.15 * item.SizeMetres.Y), "the floor is what one sees");
        Assert.That(heights.Max(), Is.GreaterThan(heights.Min()), "and it has a thickness");
    }

    [Test]
    public void Made_Anew_Beside_Others_It_Is_The_Same_To_The_Byte()
    {
        string[] names = ["mug", "hex-nut", "gear", "medium-box"];
        string[] again = new string[names.Length];
        Parallel.For(0, names.Length, i => again[i] = Digest(ObjectLibrary.Make(names[i])));

        Assert.That(again, Is.EqualTo(names.Select(name => Digest(ObjectLibrary.Of(name)))));
    }

    [Test]
    public void Categories_Lead_To_Objects()
    {
        Assert.That(ObjectLibrary.NamesOf("cup"), Is.EqualTo(new[] { "mug", "paper-cup", "tumbler" }));
        Assert.That(ObjectLibrary.NamesOf("dragon"), Is.Empty);
        Assert.That(ObjectLibrary.Categories.SelectMany(ObjectLibrary.NamesOf), Is.EquivalentTo(ObjectLibrary.Names));
    }

    [Test]
    public void An_Unknown_Name_Is_Refused_With_The_Nearest()
    {
        Assert.That(ObjectLibrary.Of("builtin:mug"), Is.SameAs(ObjectLibrary.Of("mug")));
        Assert.That(() => ObjectLibrary.Of("builtin:hexnut"), Throws.ArgumentException.With.Message.Contains("Did you mean \"hex-nut\"?"));
    }

    [Test]
    public void No_Two_Things_Of_The_Library_Have_One_Name() => Assert.That(
        SceneLibrary.Names.Concat(ObjectLibrary.Names).Concat(SensorSim.Scenes.Library.Materials.MaterialLibrary.Names), Is.Unique);

    private static IEnumerable<Vector3> Points(LibraryObject item) => item.Fragment.Meshes[0].Primitives.SelectMany(p => p.Positions);

    private static List<(int A, int B, int C)> Triangles(LibraryObject item, out List<Vector3> corners)
    {
        var found = new List<Vector3>();
        var known = new Dictionary<(int, int, int), int>();
        int Corner(Vector3 p)
        {
            var key = ((int)MathF.Round(p.X / Weld), (int)MathF.Round(p.Y / Weld), (int)MathF.Round(p.Z / Weld));
            if (!known.TryGetValue(key, out int index))
            {
                known.Add(key, index = found.Count);
                found.Add(p);
            }

            return index;
        }

        var triangles = new List<(int, int, int)>();
        foreach (Primitive p in item.Fragment.Meshes[0].Primitives)
        {
            for (int i = 0; i < p.Indices.Length; i += 3)
            {
                triangles.Add((Corner(p.Positions[p.Indices[i]]), Corner(p.Positions[p.Indices[i + 1]]), Corner(p.Positions[p.Indices[i + 2]])));
            }
        }

        corners = found;
        return triangles;
    }

    private static float? HeightAt(Vector3 a, Vector3 b, Vector3 c, Vector2 at)
    {
        float Side(Vector3 p, Vector3 q) => ((q.X - p.X) * (at.Y - p.Z)) - ((q.Z - p.Z) * (at.X - p.X));
        float u = Side(b, c), v = Side(c, a), w = Side(a, b), sum = u + v + w;
        bool isInside = (u > 0 && v > 0 && w > 0) || (u < 0 && v < 0 && w < 0);
        return isInside ? ((u * a.Y) + (v * b.Y) + (w * c.Y)) / sum : null;
    }

    private static string Digest(LibraryObject item) => Convert.ToHexString(SHA256.HashData(
        item.Fragment.Meshes[0].Primitives.SelectMany(p => MemoryMarshal.AsBytes<Vector3>(p.Positions).ToArray().Concat(MemoryMarshal.AsBytes<Vector4>(p.Tangents).ToArray())).ToArray()));
}
