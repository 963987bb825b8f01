using SensorSim.Cameras;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>cameras</c>.</summary>
internal static class CameraSection
{
    private static readonly MappingSchema s_camera = new(
    [
        new("name", NameRule.Of("a name"), "Part of every frame's name; unique, also when case is ignored.", "front") { IsRequired = true },
        new("width", new IntegerSchema(1, CameraIntrinsics.MaximumSide, "pixels"), "Columns of the image, in pixels.", "1280") { IsRequired = true },
        new("height", new IntegerSchema(1, CameraIntrinsics.MaximumSide, "pixels"), "Rows of the image, in pixels.", "720") { IsRequired = true },
        new("pose", PoseSection.Schema, "Where the camera stands and looks, or the name of a camera node of the scene.", "{ from: [0, 1.4, 3], look_at: [0, 1, 0] }") { IsRequired = true },
        .. ScaleSection.Keys,
        new("exposure", ExposureSection.Schema, "A physical exposure; automatic without it.", "{ f_number: 2.8, time_s: 0.004 }"),
        new("focus", FocusSection.Schema, "A thin lens, sharp at one distance; its aperture is the focal length over exposure.f_number.", "{ distance_m: 1.5, focal_length_mm: 35 }") { Needs = "exposure" },
        new("sensor", new ListSchema(PluginSection.Stage, "a list of at most 100 stages, each { use: PLUGIN, parameter: value, … }") { MaxCount = 100 }, "A lens first, if any, then the sensor chain, in order; an ideal sensor without it.", "[{ use: camera.blur }, { use: camera.noise }]"),
        new("valid", ValiditySection.Schema, "What its pose must be in every sample; one that is not so is drawn again.", "{ clear_m: 0.05, target: \"box*\", visible: 0.3 }"),
        new("output", new WordSchema("display", "raw"), "display (8-bit sRGB) or raw (16-bit numbers of the sensor).", "display") { Default = "display" },
    ])
    {
        Groups = [ScaleSection.Group],
    };

    public static ListSchema Schema { get; } = new(s_camera, "a list of at least one camera, each { name, width, height, pose, hfov_deg, … }") { MinCount = 1 };

    public static List<CameraSettings> ReadAll(SectionReader scenario)
    {
        var cameras = new List<CameraSettings>();
        foreach ((LocatedNode item, string path) in scenario.Items("cameras"))
        {
            if (SectionReader.Of(item, path, s_camera, scenario.Log, "a mapping with name, width, height and pose") is { } section)
            {
                CameraSettings camera = Read(section);
                RefuseTwins(section, camera, cameras);
                cameras.Add(camera);
            }
        }

        return cameras;
    }

    private static CameraSettings Read(SectionReader section) => ScaleSection.Read(section, new(
        section.Text("name") ?? "", (int)(section.Integer("width") ?? 0), (int)(section.Integer("height") ?? 0), PoseSection.Read(section))
    {
        Position = section.Mapping.Position,
        Keys = section.Keys,
        Exposure = ExposureSection.Read(section),
        Focus = FocusSection.Read(section),
        Sensor = [.. section.Items("sensor").Select(item => PluginSection.Read(item.Node, item.Path, impliedUse: null, section.Log)).OfType<PluginUse>()],
        Validity = ValiditySection.Read(section),
        Output = section.Word("output") == "raw" ? CameraOutput.Raw : CameraOutput.Display,
    });

    private static void RefuseTwins(SectionReader section, CameraSettings camera, List<CameraSettings> before)
    {
        // File systems that ignore case must still keep the two cameras' files apart.
        if (camera.Name.Length > 0 && before.Find(c => string.Equals(c.Name, camera.Name, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            section.Log.Add(section.Find("name")!, section.PathOf("name"), $"another camera has the name '{other.Name}'", other.Name == camera.Name ? "a name of its own" : "a name that differs by more than its case");
        }
    }
}
