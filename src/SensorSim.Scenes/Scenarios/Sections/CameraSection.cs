using SensorSim.Cameras;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>cameras</c>.</summary>
internal static class CameraSection
{
    private const string Expected = "a list of cameras, each { name, width, height, hfov_deg, pose, exposure, focus, sensor, output }";

    public static List<CameraSettings> ReadAll(SectionReader scenario)
    {
        LocatedNode? list = scenario.Require("cameras", Expected);
        var cameras = new List<CameraSettings>();
        foreach ((LocatedNode item, string path) in scenario.Items(list, "cameras", Expected))
        {
            if (SectionReader.Of(item, path, "a mapping with name, width, height and pose", scenario.Log) is { } section)
            {
                CameraSettings camera = Read(section);
                RefuseTwins(section, camera, cameras);
                cameras.Add(camera);
            }
        }

        if (list is LocatedSequence { Items.Count: 0 })
        {
            scenario.Log.Add(list, "cameras", "the list is empty", "at least one camera");
        }

        return cameras;
    }

    private static CameraSettings Read(SectionReader section)
    {
        var camera = new CameraSettings(
            NameRule.Check(section, "name", "a name"),
            (int)section.RequireInteger("width", 1, CameraIntrinsics.MaximumSide, "pixels"),
            (int)section.RequireInteger("height", 1, CameraIntrinsics.MaximumSide, "pixels"),
            PoseSection.Read(section))
        {
            Position = section.Mapping.Position,
            Exposure = ExposureSection.Read(section),
            Focus = FocusSection.Read(section),
            Sensor = Sensor(section),
            Output = section.Word("output", ["display", "raw"]) == "raw" ? CameraOutput.Raw : CameraOutput.Display,
        };
        camera = ScaleSection.Read(section, camera);
        section.RejectUnknown();
        return camera;
    }

    private static List<PluginUse> Sensor(SectionReader section)
    {
        const string expected = "a list of stages, each { use: PLUGIN, parameter: value, … }";
        var chain = new List<PluginUse>();
        foreach ((LocatedNode item, string path) in section.Items(section.Find("sensor"), "sensor", expected))
        {
            if (PluginSection.Read(item, path, impliedUse: null, section.Log) is { } use)
            {
                chain.Add(use);
            }
        }

        return chain;
    }

    private static void RefuseTwins(SectionReader section, CameraSettings camera, List<CameraSettings> before)
    {
        // File systems that ignore case must still keep the two cameras' files apart.
        if (camera.Name.Length > 0 && before.Exists(c => string.Equals(c.Name, camera.Name, StringComparison.OrdinalIgnoreCase)))
        {
            section.Log.Add(section.Find("name")!, section.PathOf("name"), $"another camera has the name '{camera.Name}'", "a name of its own");
        }
    }
}
