using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;

namespace SensorSim.UnitTests.Rays;

public class TriangleSceneTests
{
    private const int Count = 40;

    private static readonly Random _random = new(3);

    [Test]
    public void A_Ray_Meets_The_Nearest_Of_Many_Spheres_Where_Geometry_Says()
    {
        (TriangleScene scene, (Vector3d Centre, double Radius)[] spheres) = Spheres();
        int hits = 0;
        for (int i = 0; i < 2000; i++)
        {
            (Vector3d origin, Vector3d direction) = (Point(6), Point(1).Normalized());
            if (spheres.Any(s => (origin - s.Centre).Length < s.Radius + 0.01) || spheres.Any(s => Math.Abs(Miss(s, origin, direction) - s.Radius) < 0.01 * s.Radius))
            {
                continue;
            }

            double? expected = spheres.Min(s => DistanceTo(s, origin, direction));
            RayHit? hit = scene.Nearest(origin, direction);
            Assert.That(hit?.Distance, expected is null ? Is.Null : Is.EqualTo(expected!.Value).Within(0.05));
            if (hit is { } h)
            {
                hits++;
                Vector3d outwards = (origin + (h.Distance * direction) - spheres[h.Node].Centre).Normalized();
                Assert.That(Vector3d.Dot(h.Normal, outwards), Is.GreaterThan(0.97));
                Assert.That(h.IsFromInside, Is.False);
                Assert.That(scene.Nearest(origin, direction, h.Distance * 0.99), Is.Null);
            }
        }

        Assert.That(hits, Is.GreaterThan(200));
    }

    [Test]
    public void Points_Are_Inside_What_Is_Closed_Around_Them()
    {
        (TriangleScene scene, (Vector3d Centre, double Radius)[] spheres) = Spheres();
        for (int i = 0; i < 2000; i++)
        {
            Vector3d point = Point(5);
            double depth = spheres.Max(s => s.Radius - (point - s.Centre).Length);
            if (Math.Abs(depth) > 0.02)
            {
                Assert.That(scene.IsInside(point), Is.EqualTo(depth > 0), $"{point}, {depth}");
            }
        }

        Assert.That(spheres.Select((s, i) => scene.InsideOf(s.Centre) is not null), Has.All.True);
    }

    [Test]
    public void Inside_A_Mirrored_Box_Rays_Leave_And_Behind_A_Sheet_Nobody_Is_Inside()
    {
        Mesh box = MeshOf(mesh => BevelledBox.AddTo(mesh, 0, Placement.At(0, 0, 0), new(2, 2, 2), 0.01f, new BoxMapping.Tiled(1)));
        var sheet = new Mesh("sheet", [new Primitive([new(-9, -1, -9), new(9, -1, -9), new(0, -1, 9)], [-Vector3.UnitY, -Vector3.UnitY, -Vector3.UnitY], null, null, null, null, [0, 2, 1], null)]);
        TriangleScene scene = SceneOf([box, sheet], [(0, Matrix4x4d.FromTrs(new(0, 0, 0), Quaterniond.Identity, new(-1, 1, 1))), (1, Matrix4x4d.Identity)]);

        RayHit hit = scene.Nearest(new(0.2, 1, 0.1), Vector3d.UnitX)!.Value;

        Assert.That((hit.Distance, hit.IsFromInside, hit.Normal.X), Is.EqualTo((0.8, true, 1.0)).Using<double>((a, b) => Math.Abs(a - b) < 1e-6));
        Assert.That((scene.IsInside(new(0.2, 1, 0.1)), scene.IsInside(new(1.2, 1, 0.1)), scene.IsInside(new(0, -2, 0))), Is.EqualTo((true, false, false)));
        Assert.That(scene.Nearest(new(0.2, 1, 0.1), Vector3d.UnitX, ignored: 0), Is.Null);
    }

    private static (TriangleScene Scene, (Vector3d Centre, double Radius)[] Spheres) Spheres()
    {
        Vector2[] profile = [.. Enumerable.Range(0, 33).Select(i => new Vector2(i is 0 or 32 ? 0 : MathF.Sin(MathF.PI * i / 32), -MathF.Cos(MathF.PI * i / 32)))];
        Mesh sphere = MeshOf(mesh => Lathe.AddTo(mesh, 0, Placement.At(0, 0, 0), profile, 64, 1));
        (Vector3d Centre, double Radius)[] spheres = [.. Enumerable.Range(0, Count).Select(i => (Point(4), 0.3 + (0.02 * i)))];
        Matrix4x4d Transform((Vector3d Centre, double Radius) s) =>
            Matrix4x4d.FromTrs(s.Centre, Quaterniond.FromAxisAngle(Vector3d.UnitX, s.Radius), new(s.Radius, s.Radius, s.Radius));
        return (SceneOf([sphere], [.. spheres.Select(s => (0, Transform(s)))]), spheres);
    }

    private static double Miss((Vector3d Centre, double Radius) s, Vector3d origin, Vector3d direction) => Vector3d.Cross(s.Centre - origin, direction).Length;

    private static double? DistanceTo((Vector3d Centre, double Radius) s, Vector3d origin, Vector3d direction)
    {
        double along = Vector3d.Dot(s.Centre - origin, direction), miss = Miss(s, origin, direction);
        return miss < s.Radius && along > 0 ? along - Math.Sqrt((s.Radius * s.Radius) - (miss * miss)) : null;
    }

    private static Vector3d Point(double scale) => scale * new Vector3d((2 * _random.NextDouble()) - 1, (2 * _random.NextDouble()) - 1, (2 * _random.NextDouble()) - 1);

    private static Mesh MeshOf(Action<MeshBuilder> build)
    {
        var mesh = new MeshBuilder();
        build(mesh);
        return mesh.Build("mesh");
    }

    private static TriangleScene SceneOf(Mesh[] meshes, (int Mesh, Matrix4x4d Transform)[] nodes)
    {
        var scene = new Scene("rays", [.. nodes.Select((n, i) => new Node($"n_{i}", null, n.Transform, n.Mesh, null, null, null, InScene: true))], meshes, [new Material { Name = "m" }], [], [], [], []);
        SceneInstance cousin = new CousinAssembly(scene, EnvironmentLight.None, new Dictionary<string, PluginUse>(StringComparer.Ordinal)).Apply(0, new Dictionary<string, JsonNode?>(StringComparer.Ordinal));
        return TriangleScene.Of(scene, cousin);
    }
}
