using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Library;

/// <summary>The hall is physically plausible: nothing floats, nothing reaches into another thing.</summary>
[TestFixture]
public sealed class WarehouseAisleTests
{
    private const double Tolerance = 0.001;

    private Scene _scene = null!;
    private Box[] _boxes = null!;

    [OneTimeSetUp]
    public void Read()
    {
        _scene = SceneLibrary.Read("builtin:warehouse-aisle").Scene;
        Matrix4x4d[] world = _scene.WorldTransforms([.. _scene.Nodes.Select(n => n.LocalTransform)]);
        _boxes = [.. SceneInstances.Of(_scene).Select(i => Box.Of(i.Name, _scene.Meshes[i.Mesh], world[i.Node]))];
    }

    [Test]
    public void No_Two_Objects_Reach_Into_Each_Other()
    {
        string[] touching =
        [
            .. from a in _boxes.Index()
               from b in _boxes.Skip(a.Index + 1)
               where !(a.Item.IsShell && b.IsShell) && a.Item.Reaches(b, Tolerance)
               select $"{a.Item.Name} and {b.Name}",
        ];

        Assert.That(touching, Is.Empty);
    }

    /// <summary>Between meshes that only meet at an edge, background would shine through.</summary>
    [Test]
    public void The_Parts_Of_The_Hall_Reach_Into_Each_Other()
    {
        Box[] slabs = [.. _boxes.Where(b => b.Category is "floor" or "ceiling")], walls = [.. _boxes.Where(b => b.Category == "wall")];
        Box[] girders = [.. _boxes.Where(b => b.Category == "girder")];

        Assert.That(walls, Has.Length.EqualTo(4));
        Assert.That(from slab in slabs from wall in walls select slab.Reaches(wall, 0.05), Has.All.True, "slabs and walls");
        Assert.That(walls.Select(a => walls.Count(b => b != a && a.Reaches(b, 0.05))), Has.All.EqualTo(2), "corners");
        Assert.That(girders.Select(g => walls.Count(w => w.Reaches(g, 0.005))), Has.All.EqualTo(2), "ends of girders");
        Assert.That(girders.Select(g => slabs.Count(s => s.Reaches(g, 0.003))), Has.All.EqualTo(1), "girders and ceiling");
    }

    [Test]
    public void Every_Object_That_Can_Fall_Stands_On_Something()
    {
        string[] supported = ["box", "bin", "barrel", "pallet", "cart"];
        Box[] loose = [.. _boxes.Where(b => supported.Contains(b.Category, StringComparer.Ordinal))];

        string[] floating = [.. loose.Where(b => !_boxes.Any(s => b.StandsOn(s))).Select(b => $"{b.Name} at {b.Min.Y}")];

        Assert.That(loose, Has.Length.GreaterThan(40));
        Assert.That(floating, Is.Empty);
    }

    [Test]
    public void Lamps_And_Cameras_Are_Inside_The_Hall()
    {
        Box floor = _boxes.Single(b => b.Name == "floor_1"), ceiling = _boxes.Single(b => b.Name == "ceiling_1");

        foreach (Node node in _scene.Nodes.Where(n => n.Light is not null || n.Camera is not null))
        {
            Vector3d p = node.LocalTransform.Translation;
            Assert.That(p.X, Is.InRange(floor.Min.X, floor.Max.X), node.Name);
            Assert.That(p.Y, Is.InRange(0, ceiling.Min.Y), node.Name);
            Assert.That(p.Z, Is.InRange(floor.Min.Z, floor.Max.Z), node.Name);
        }
    }

    [Test]
    public void The_Floor_Under_The_Lamps_Is_As_Bright_As_A_Warehouse()
    {
        Node lamp = _scene.Nodes.Single(n => n.Name == "ceiling_2");
        double lux = _scene.Nodes.Where(n => n.Light is not null).Sum(n => LuxBelow(lamp.LocalTransform.Translation, n));

        Assert.That(lux, Is.InRange(100, 500), "EN 12464-1 asks for 100 to 300 lx in aisles and packing areas");
    }

    [Test]
    public void Faces_Look_Outwards()
    {
        foreach (Mesh mesh in _scene.Meshes)
        {
            foreach (Primitive p in mesh.Primitives)
            {
                for (int i = 0; i < p.Indices.Length; i += 3)
                {
                    Vector3 a = p.Positions[p.Indices[i]], b = p.Positions[p.Indices[i + 1]], c = p.Positions[p.Indices[i + 2]];
                    Vector3 winding = Vector3.Cross(b - a, c - a);
                    Vector3 shading = p.Normals[p.Indices[i]] + p.Normals[p.Indices[i + 1]] + p.Normals[p.Indices[i + 2]];
                    Assert.That(winding.Length(), Is.GreaterThan(0), mesh.Name);
                    Assert.That(Vector3.Dot(winding, shading), Is.GreaterThan(0), mesh.Name);
                }
            }
        }
    }

    /// <summary>Illuminance from one lamp on the floor under a point: I cos / d², with glTF's cone.</summary>
    private double LuxBelow(Vector3d point, Node lamp)
    {
        Light light = _scene.Lights[lamp.Light!.Value];
        Vector3d from = lamp.LocalTransform.Translation, to = new Vector3d(point.X, 0, point.Z) - from;
        Vector3d axis = -lamp.LocalTransform.ColumnZ;
        double cosine = Vector3d.Dot(axis, to.Normalized());
        double inner = Math.Cos(light.InnerConeAngle), outer = Math.Cos(light.OuterConeAngle);
        double cone = Math.Clamp((cosine - outer) / (inner - outer), 0, 1);
        return light.Intensity * cone * cone * -to.Normalized().Y / (to.Length * to.Length);
    }

    /// <summary>A box around an object, along the world's axes.</summary>
    private sealed record Box(string Name, Vector3d Min, Vector3d Max)
    {
        public string Category => Name[..Name.LastIndexOf('_')];

        public bool IsShell => Category is "floor" or "ceiling" or "wall" or "girder";

        public static Box Of(string name, Mesh mesh, Matrix4x4d world)
        {
            Vector3d[] points = [.. mesh.Primitives.SelectMany(p => p.Positions).Select(p => world.TransformPoint(new(p.X, p.Y, p.Z)))];
            return new(name, points.Aggregate(Vector3d.Min), points.Aggregate(Vector3d.Max));
        }

        /// <summary>Whether two boxes share more than a depth along every axis.</summary>
        public bool Reaches(Box other, double depth)
        {
            Vector3d shared = Vector3d.Min(Max, other.Max) - Vector3d.Max(Min, other.Min);
            return shared.X > depth && shared.Y > depth && shared.Z > depth;
        }

        public bool StandsOn(Box support)
        {
            Vector3d middle = 0.5 * (Min + Max);
            return support != this && Math.Abs(Min.Y - support.Max.Y) < 1e-5
                && middle.X > support.Min.X && middle.X < support.Max.X && middle.Z > support.Min.Z && middle.Z < support.Max.Z;
        }
    }
}
