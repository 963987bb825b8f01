using SensorSim.Plugins;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>focus</c> of a camera.</summary>
internal static class FocusSection
{
    public static NumberRange Distance { get; } = new(1e-3, 1e6, "metres");

    public static MappingSchema Schema { get; } = new(
        new("distance_m", new NumberSchema(Distance), "The depth that is sharp, in metres.", "1.5") { IsRequired = true },
        new("focal_length_mm", new NumberSchema(new(0.1, 10_000, "millimetres")), "Focal length of the lens, in millimetres.", "35") { IsRequired = true });

    public static FocusSettings? Read(SectionReader camera)
    {
        if (camera.Section("focus") is not { } section)
        {
            return null;
        }

        var focus = new FocusSettings(section.Number("distance_m") ?? double.NaN, section.Number("focal_length_mm") ?? double.NaN);
        if (focus.DistanceMetres <= focus.FocalLengthMillimetres / 1000)
        {
            camera.Log.Add(section.Find("distance_m")!, section.PathOf("distance_m"), "a lens cannot focus within its focal length", $"more than {PlainNumber.Text(focus.FocalLengthMillimetres / 1000)} metres");
        }

        return focus;
    }
}
