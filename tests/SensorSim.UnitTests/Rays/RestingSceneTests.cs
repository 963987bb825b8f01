using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;

namespace SensorSim.UnitTests.Rays;

public sealed class RestingSceneTests
{
    private static readonly Vector3d s_inSecondBox = new(3.2, 1, 0.1), s_between = new(1.5, 1, 0);

    [Test]
    public void WhatIsAroundAPoint_IsFound()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new RestingScene(Boxes()).SeenThroughFrom(s_inSecondBox), Is.EqualTo(1));
            Assert.That(new RestingScene(Boxes()).SeenThroughFrom(s_between), Is.Null);
        }
    }

    // A room's walls, or a sky, face whoever stands in it.
    [Test]
    public void WhatFacesInwards_IsNotAround() => Assert.That(new RestingScene(Boxes(facesInwards: true)).SeenThroughFrom(s_inSecondBox), Is.Null);

    [Test]
    public void WhatShowsItsBackSides_IsSeenFromInside() => Assert.That(new RestingScene(Boxes(doubleSided: true)).SeenThroughFrom(s_inSecondBox), Is.Null);

    [TestCase(AlphaMode.Opaque, 6, 1, Description = "through one")]
    [TestCase(AlphaMode.Opaque, 1.5, null, Description = "between them")]
    [TestCase(AlphaMode.Blend, 6, null, Description = "as through a window")]
    public void WhatIsOpaque_StandsInTheWay(AlphaMode mode, double x, int? first) =>
        Assert.That(new RestingScene(Boxes(mode: mode)).Between(s_between with { X = 1.2 }, new(x, 1, 0), new HashSet<int>()), Is.EqualTo(first));

    // A room without a near wall, as it is drawn: from outside through the backs of two walls, from inside not.
    [TestCase(false, 1.5, 0.5, null)]
    [TestCase(true, 1.5, 0.5, 0)]
    [TestCase(false, 0.5, 1.5, 0)]
    public void BackSidesThatAreNotDrawn_DoNot(bool doubleSided, double from, double to, int? first) =>
        Assert.That(new RestingScene(Boxes(facesInwards: true, doubleSided)).Between(new(from, 1, 0), new(to, 1, 0), new HashSet<int>()), Is.EqualTo(first));

    [Test]
    public void WhatIsLookedThrough_DoesNot() => Assert.That(new RestingScene(Boxes()).Between(s_between, new(6, 1, 0), new HashSet<int> { 1 }), Is.Null);

    [TestCase(-3, 6, 0)]
    [TestCase(6, -3, 1)]
    public void OfTwo_TheNearerIsTheFirst(double from, double to, int first) => Assert.That(new RestingScene(Boxes()).Between(new(from, 1, 0), new(to, 1, 0), new HashSet<int>()), Is.EqualTo(first));

    // Two boxes, 2 m wide, on the floor at 0 and 3 m along x.
    private static SceneInstance Boxes(bool facesInwards = false, bool doubleSided = false, AlphaMode mode = AlphaMode.Opaque)
    {
        var mesh = new MeshBuilder();
        BevelledBox.AddTo(mesh, 0, Placement.At(0, 0, 0), new(2, 2, 2), 0.01f, new BoxMapping.Tiled(1));
        Mesh box = mesh.Build("box");
        box = facesInwards ? box with { Primitives = [.. box.Primitives.Select(part => part with { Indices = [.. part.Indices.Reverse()] })] } : box;
        Node[] nodes = [Placed(0), Placed(3)];
        var scene = new Scene("boxes", nodes, [box], [new Material { Name = "m", DoubleSided = doubleSided, AlphaMode = mode }], [], [], [], []);
        return new CousinAssembly(scene, EnvironmentLight.None, new Dictionary<string, PluginUse>(StringComparer.Ordinal)).Apply(0, new Dictionary<string, JsonNode?>(StringComparer.Ordinal));
    }

    private static Node Placed(double x) => new("box", null, Matrix4x4d.FromTranslation(new(x, 0, 0)), 0, null, null, null, InScene: true);
}
