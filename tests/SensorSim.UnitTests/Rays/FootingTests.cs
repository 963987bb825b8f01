using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Rays;

namespace SensorSim.UnitTests.Rays;

/// <summary>A box, 0.2 m wide, on a slab whose top is at 1 m, or elsewhere.</summary>
public sealed class FootingTests
{
    [TestCase(1.0, 0.0, Description = "stands")]
    [TestCase(1.008, 0.0, Description = "as good as stands")]
    [TestCase(1.35, 0.35, Description = "hangs above it")]
    [TestCase(0.93, -0.07, Description = "is sunk in it")]
    [TestCase(0.6, double.NegativeInfinity, Description = "is inside of it")]
    public void AboveASlab(double y, double clearance)
    {
        Stand stand = new Footing(Resting(Scene(new(0, y, 0)))).Of(1)!.Value;
        Assert.That(stand.ClearanceMetres, double.IsInfinity(clearance) ? Is.EqualTo(clearance) : Is.EqualTo(clearance).Within(1e-6));
        Assert.That(stand.Node, Is.EqualTo(clearance == 0 ? null : (int?)0));
    }

    [TestCase(3, 1.2, Description = "beside the slab")]
    [TestCase(0, -0.5, Description = "below it")]
    public void OverNothing(double x, double y) => Assert.That(new Footing(Resting(Scene(new(x, y, 0)))).Of(1), Is.EqualTo(Stand.OnNothing));

    [TestCase(0, -0.5, 0, Description = "the slab")]
    [TestCase(0, 1.0, null, Description = "standing on it")]
    [TestCase(3, -0.5, null, Description = "beside it")]
    public void WhatIsAbove(double x, double y, int? above) => Assert.That(new Footing(Resting(Scene(new(x, y, 0)))).Above(1), Is.EqualTo(above));

    // It leans on an edge: half of its feet are over the slab and in it, and half are not.
    [Test]
    public void WhatIsPartlyOverAnEdge_IsNotSunk() => Assert.That(new Footing(Resting(Scene(new(1, 0.95, 0)))).Of(1), Is.EqualTo(new Stand(null, 0)));

    [Test]
    public void WhatHangsOnItsNode_CountsToIt()
    {
        Scene scene = Scene(new(0, 1.4, 0));
        Scene withLegs = scene with { Nodes = [.. scene.Nodes, Placed(1, new(0, -0.4, 0)) with { Parent = 1 }] };
        Assert.That(new Footing(Resting(withLegs)).Of(1), Is.EqualTo(new Stand(null, 0)));
    }

    [Test]
    public void WhatIsNotDrawn_StandsOnNothingInParticular()
    {
        Scene scene = Scene(new(0, 5, 0));
        Assert.That(new Footing(Resting(scene with { Nodes = [scene.Nodes[0], scene.Nodes[1] with { Mesh = null }] })).Of(1), Is.Null);
    }

    [TestCase(1.0, 0.0, null, Description = "stands")]
    [TestCase(0.995, 0.0, null, Description = "touches")]
    [TestCase(0.9, 0.0, 0, Description = "half in it")]
    [TestCase(0.9, 1.095, null, Description = "beside it, touching its edge")]
    [TestCase(0.9, 1.05, 0, Description = "half through its side")]
    [TestCase(0.5, 0.0, null, Description = "inside, where no surface cuts it")]
    public void WhatReachesIntoIt_IsFound(double y, double x, int? cut) => Assert.That(new Overlap(Resting(Scene(new(x, y, 0)))).Of(1), Is.EqualTo(cut));

    // A washer on a table, pressed into it: its middle is no place to look down from.
    [TestCase(0.98, -0.02)]
    [TestCase(0.995, 0.0)]
    public void AFlatThing_IsSunkToo(double y, double clearance)
    {
        Scene scene = Scene(new(0, y, 0)) with { Meshes = [Box("slab", 2, 1), Box("washer", 0.2f, 0.03f)] };
        Assert.That(new Footing(Resting(scene)).Of(1)!.Value.ClearanceMetres, Is.EqualTo(clearance).Within(1e-6));
    }

    // A thin bar through a wall has no corner in it, and the wall none in the bar.
    [Test]
    public void ABarThroughAWall_IsFound()
    {
        Scene scene = Scene(Vector3d.Zero) with { Meshes = [Box("wall", 2, 1), Box("bar", 0.1f, 3)] };
        Assert.That(new Overlap(Resting(scene with { Nodes = [Placed(0, Vector3d.Zero), Placed(1, new(0, -1, 0))] })).Of(1), Is.EqualTo(0));
    }

    private static RestingScene Resting(Scene scene) => new(new SceneInstance(scene, 0, AnimatedMotion.RestPose(scene).NodeToWorld, [], [], EnvironmentLight.None, new Dictionary<string, JsonNode?>(StringComparer.Ordinal)));

    private static Scene Scene(Vector3d at) => new("slab", [Placed(0, Vector3d.Zero), Placed(1, at)], [Box("slab", 2, 1), Box("box", 0.2f, 0.2f)], [new Material { Name = "m" }], [], [], [], []);

    private static Mesh Box(string name, float width, float height)
    {
        var mesh = new MeshBuilder();
        BevelledBox.AddTo(mesh, 0, Placement.At(0, 0, 0), new(width, height, width), 0.002f, new BoxMapping.Tiled(1));
        return mesh.Build(name);
    }

    private static Node Placed(int mesh, Vector3d at) => new($"node{mesh}", null, Matrix4x4d.FromTranslation(at), mesh, null, null, null, InScene: true);
}
