using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.GpuTests.Rendering;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Runs;

/// <summary>A floor, three boxes, two lamps and a camera: enough to vary, to occlude, to truncate and to flicker.</summary>
internal static class SmallScene
{
    private static readonly JsonObject s_keypoints = JsonNode.Parse("""{"keypoints": {"lid": [0, 0.5, 0], "base": [0, -0.5, 0]}, "skeleton": [["lid", "base"]]}""")!.AsObject();

    public static Scene Scene { get; } = new(
        "small",
        [
            Object("floor_1", 0, Matrix4x4d.FromTrs(Vector3d.Zero, Quaterniond.FromAxisAngle(Vector3d.UnitX, -Math.PI / 2), new(8, 8, 8))),
            Object("box_1", 1, Matrix4x4d.FromTranslation(new(-0.8, 0.5, 0))) with { Extras = s_keypoints },
            Object("box_2", 1, Matrix4x4d.FromTranslation(new(0.3, 0.5, -1))),
            Object("box_3", 1, Matrix4x4d.FromTranslation(new(2.4, 0.5, 1.2))),
            Lamp("ceiling_1", 0, new(-1, 3, 1)),
            Lamp("ceiling_2", 1, new(1.5, 3, 0)),
            new("camera_side", null, Matrix4x4d.FromTranslation(new(0, 0.8, 5)), null, null, 0, null, true),
        ],
        [new("floor", [Shapes.Quad(1, 0)]), new("box", [Shapes.Cube(1, 1)])],
        [
            new Material { Name = "concrete", BaseColor = new(0.5f, 0.5f, 0.5f, 1), Metallic = 0 },
            new Material { Name = "plastic_a", BaseColor = new(0.8f, 0.2f, 0.1f, 1), Metallic = 0, Roughness = 0.4f },
        ],
        [],
        [],
        [new Light { Kind = LightKind.Point, Intensity = 400 }, new Light { Kind = LightKind.Point, Intensity = 300 }],
        [new Camera("side", 0.8, null, null)]);

    public static byte[] Glb { get; } = GlbWriter.Write(Scene);

    private static Node Object(string name, int mesh, Matrix4x4d pose) => new(name, null, pose, mesh, null, null, null, true);

    private static Node Lamp(string name, int light, Vector3d position) => new(name, null, Matrix4x4d.FromTranslation(position), null, light, null, null, true);
}
