using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Cousins;

/// <summary>A scene for tests: a table turned and moved, two boxes on it, a can without category, two lamps, a camera.</summary>
internal static class SmallScene
{
    public static Scene Create()
    {
        var triangle = new Primitive(
            [Vector3.Zero, Vector3.UnitX, Vector3.UnitY], [Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ], null, null, null, null, [0, 1, 2], 0);
        Matrix4x4d table = Matrix4x4d.FromTrs(
            new(2, 1, 0), Quaterniond.FromAxisAngle(Vector3d.UnitY, Math.PI / 2), new(1, 1, 1));
        return new Scene(
            "small",
            [
                Node("table") with { LocalTransform = table, Mesh = 0, Extras = new() { ["category"] = "furniture" } },
                Node("box_1") with { Parent = 0, LocalTransform = At(1, 0, 0), Mesh = 0, Extras = new() { ["category"] = "box" } },
                Node("box_2") with { LocalTransform = At(0, 0, 5), Mesh = 0, Extras = new() { ["category"] = "box" } },
                Node("can.001") with { LocalTransform = At(0, 0, 6), Mesh = 0 },
                Node("ceiling_1") with { LocalTransform = At(0, 3, 0), Light = 0 },
                Node("ceiling_2") with { LocalTransform = At(0, 3, 2), Light = 0 },
                Node("front") with { LocalTransform = At(0, 1, 4), Camera = 0 },
                Node("unreached") with { Mesh = 0, Light = 0, InScene = false },
            ],
            [new Mesh("triangle", [triangle])],
            [
                new Material { Name = "cardboard", BaseColor = new(0.5f, 0.4f, 0.3f, 1), Roughness = 0.9f, Metallic = 0 },
                new Material { Name = "plastic", BaseColor = new(0, 0, 1, 0.5f), Roughness = 0.3f, Metallic = 0 },
            ],
            [],
            [],
            [new Light { Name = "tube", Kind = LightKind.Point, Intensity = 100 }],
            [new Camera(null, Math.PI / 3, null, null)]);
    }

    public static Matrix4x4d At(double x, double y, double z) => Matrix4x4d.FromTranslation(new(x, y, z));

    private static Node Node(string name) => new(name, null, Matrix4x4d.Identity, null, null, null, null, InScene: true);
}
