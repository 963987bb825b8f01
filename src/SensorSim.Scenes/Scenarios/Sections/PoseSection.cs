using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>pose</c> of a camera: two points, or the name of a camera node.</summary>
internal static class PoseSection
{
    private const string Expected = "{ from: [x, y, z], look_at: [x, y, z] } in metres, or the name of a camera of the scene";

    public static CameraPose Read(SectionReader camera)
    {
        LocatedNode? node = camera.Require("pose", Expected);
        string path = camera.PathOf("pose");
        if (node is LocatedScalar name)
        {
            return new CameraPose.AtNode(ScalarReader.Text(name, path, camera.Log) ?? "") { Position = name.Position };
        }

        return node is not null && SectionReader.Of(node, path, Expected, camera.Log) is { } section
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

        section.RejectUnknown();
        return new(from ?? Vector3d.Zero, target ?? Vector3d.UnitZ) { Position = section.Mapping.Position };
    }

    private static Vector3d? Point(SectionReader section, string key)
    {
        const string expected = "three numbers [x, y, z] (metres)";
        if (section.Require(key, expected) is not { } node)
        {
            return null;
        }

        if (node is not LocatedSequence { Items.Count: 3 })
        {
            string found = node is LocatedSequence list ? $"a list of {list.Items.Count}" : node.Description;
            section.Log.Add(node, section.PathOf(key), $"there is {found}", expected);
            return null;
        }

        double?[] p = [.. section.Items(node, key, expected).Select(i => ScalarReader.Number(i.Node, i.Path, NumberRange.Any, section.Log))];
        return p is [double x, double y, double z] ? new(x, y, z) : null;
    }
}
