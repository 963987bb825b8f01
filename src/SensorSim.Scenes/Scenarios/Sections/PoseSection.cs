using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>pose</c> of a camera: two points, or the name of a camera node.</summary>
internal static class PoseSection
{
    private static readonly ListSchema s_point = new(new NumberSchema(NumberRange.Place), "three numbers [x, y, z] (metres)") { MinCount = 3, MaxCount = 3 };

    private static readonly MappingSchema s_lookAt = new(
        new("from", s_point, "Where the camera stands: [x, y, z] in metres, +Y up.", "[0, 1.4, 3]") { IsRequired = true, AlsoCalled = ["position", "translation", "location", "eye", "at", "origin"] },
        new("look_at", s_point, "The point in the middle of its image: [x, y, z] in metres.", "[0, 1, 0]") { IsRequired = true, AlsoCalled = ["target", "to"] });

    public static AlternativesSchema Schema { get; } = new(
        "{ from: [x, y, z], look_at: [x, y, z] } in metres, or the name of a camera of the scene", new TextSchema("the name of a camera of the scene"), s_lookAt);

    public static CameraPose Read(SectionReader camera)
    {
        LocatedNode? node = camera.Find("pose");
        string path = camera.PathOf("pose");
        if (node is LocatedScalar name)
        {
            return new CameraPose.AtNode(ScalarReader.Text(name, path, camera.Log, Schema.Expected) ?? "") { Position = name.Position };
        }

        return node is not null && SectionReader.Of(node, path, s_lookAt, camera.Log, Schema.Expected) is { } section
            ? LookAt(section)
            : new CameraPose.LookAt(Vector3d.Zero, Vector3d.UnitZ);
    }

    private static CameraPose.LookAt LookAt(SectionReader section)
    {
        Vector3d? from = Point(section, "from"), target = Point(section, "look_at");
        if (from is not null && from == target)
        {
            section.Log.Add(section.Find("look_at")!, section.PathOf("look_at"), "the camera stands on the point it looks at", "another point");
        }

        return new(from ?? Vector3d.Zero, target ?? Vector3d.UnitZ) { Position = section.Mapping.Position };
    }

    private static Vector3d? Point(SectionReader section, string key) =>
        section.Numbers(key) is [double x, double y, double z] ? new(x, y, z) : null;
}
