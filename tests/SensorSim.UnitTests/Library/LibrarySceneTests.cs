using SensorSim.Geometry;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios.Objects;

namespace SensorSim.UnitTests.Library;

/// <summary>Every scene of the library could stand like that: things are held up and do not reach into each other.</summary>
[TestFixture]
public sealed class LibrarySceneTests
{
    private const double Tolerance = 0.002;

    private static IEnumerable<string> Names => SceneLibrary.Names;

    /// <summary>Scenes of loose things; the warehouse has tests of its own.</summary>
    private static IEnumerable<string> Furnished => SceneLibrary.Names.Except(["warehouse-aisle", "materials", "drop-test"], StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void It_Is_Read_Back_Without_Warnings_And_Has_What_A_Scenario_Needs(string name)
    {
        Scene scene = SceneLibrary.Read(SceneLibrary.Prefix + name).Scene;
        IReadOnlyList<Instance> objects = SceneInstances.Of(scene);
        CategoryTable categories = CategoryTable.Of(scene, objects, CategoryRules.Default with { NodeNameFallback = false });

        Assert.That(scene.Warnings, Is.Empty);
        Assert.That(scene.Nodes.Count(n => n.Light is not null), Is.GreaterThanOrEqualTo(2));
        Assert.That(scene.Nodes.Count(n => n.Camera is not null), Is.GreaterThanOrEqualTo(1));
        Assert.That(categories.IdByInstance, Has.All.GreaterThan(0));
        Assert.That(objects.Select(o => o.Name), Is.EqualTo(objects.Select(o => scene.Nodes[o.Node].Name)), "names are unique");
        Assert.That(objects.Sum(o => scene.Meshes[o.Mesh].Primitives.Sum(p => p.Indices.Length / 3L)), Is.LessThan(150_000));
    }

    [TestCaseSource(nameof(Furnished))]
    public void What_Is_Loose_Stands_On_Something(string name)
    {
        (Thing[] things, MeshTrees trees) = Read(name);
        Thing[] loose = [.. things.Where(t => t.IsLoose)];

        string[] floating = [.. loose.Where(t => !things.Any(s => s.Node != t.Node && s.Supports(t, trees))).Select(t => $"{t.Name} at {t.Box.Min}")];

        Assert.That(loose, Has.Length.GreaterThan(10));
        Assert.That(floating, Is.Empty);
    }

    /// <summary>The boxes around upright things are nearly what they fill, but for what lies in a bin or is turned.</summary>
    [TestCaseSource(nameof(Furnished))]
    public void Loose_Things_Do_Not_Reach_Into_Each_Other(string name)
    {
        Thing[] loose = [.. Read(name).Things.Where(t => t.IsLoose)];

        string[] reaching =
        [
            .. from a in loose.Index()
               from b in loose.Skip(a.Index + 1)
               where a.Item.Category != "bin" && b.Category != "bin" && a.Item.Reaches(b)
               select $"{a.Item.Name} and {b.Name}",
        ];

        Assert.That(reaching, Is.Empty);
    }

    private static (Thing[] Things, MeshTrees Trees) Read(string name)
    {
        Scene scene = SceneLibrary.Read(SceneLibrary.Prefix + name).Scene;
        Matrix4x4d[] world = scene.WorldTransforms([.. scene.Nodes.Select(n => n.LocalTransform)]);
        var trees = new MeshTrees(scene);
        return ([.. SceneInstances.Of(scene).Select(i => new Thing(i.Name, i.Node, i.Mesh, world[i.Node], trees[i.Mesh].Bounds))], trees);
    }

    private sealed record Thing(string Name, int Node, int Mesh, Matrix4x4d ToWorld, Box Own)
    {
        public string Category => Name[..Name.LastIndexOf('_')];

        /// <summary>What the object library has is loose; a table is not.</summary>
        public bool IsLoose => ObjectLibrary.Categories.Contains(Category, StringComparer.Ordinal);

        public Box Box { get; } = Own.Transformed(ToWorld);

        /// <summary>Whether what is looked at from inside the other downwards ends on this, where the other ends.</summary>
        public bool Supports(Thing other, MeshTrees trees)
        {
            (double, double)[] places = [(0, 0), (0.35, 0.35), (-0.35, 0.35), (0.35, -0.35), (-0.35, -0.35)];
            return places.Any(place =>
            {
                var from = new Vector3d(other.Box.Centre.X + (place.Item1 * other.Box.Size.X), other.Box.Min.Y + 0.02, other.Box.Centre.Z + (place.Item2 * other.Box.Size.Z));
                Matrix4x4d toOwn = ToWorld.InverseAffine();
                Vector3d start = toOwn.TransformPoint(from), down = toOwn.TransformPoint(from - Vector3d.UnitY) - start;
                return trees[Mesh].Nearest(new Ray(start, down), 0.1) is { } hit && Math.Abs(hit.Distance - 0.02) < Tolerance;
            });
        }

        /// <summary>Whether the turned boxes share more than the tolerance: no axis of either separates them.</summary>
        public bool Reaches(Thing other)
        {
            if (Math.Min(Box.Max.Y, other.Box.Max.Y) - Math.Max(Box.Min.Y, other.Box.Min.Y) < Tolerance)
            {
                return false;
            }

            return ((Vector3d[])[ToWorld.ColumnX, ToWorld.ColumnZ, other.ToWorld.ColumnX, other.ToWorld.ColumnZ]).All(axis => Overlap(axis, other) > Tolerance);
        }

        private double Overlap(Vector3d axis, Thing other)
        {
            (double low, double high) = Extent(axis);
            (double otherLow, double otherHigh) = other.Extent(axis);
            return Math.Min(high, otherHigh) - Math.Max(low, otherLow);
        }

        private (double Low, double High) Extent(Vector3d axis)
        {
            double middle = Vector3d.Dot(ToWorld.TransformPoint(Own.Centre), axis);
            double half = (Math.Abs(Vector3d.Dot(ToWorld.ColumnX, axis)) * Own.Size.X / 2) + (Math.Abs(Vector3d.Dot(ToWorld.ColumnZ, axis)) * Own.Size.Z / 2);
            return (middle - half, middle + half);
        }
    }
}
