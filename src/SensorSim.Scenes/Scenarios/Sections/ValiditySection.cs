using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>valid</c> of a camera.</summary>
internal static class ValiditySection
{
    private const double DefaultShare = 0.25;

    public static MappingSchema Schema { get; } = new(
        new("clear_m", new NumberSchema(new(0, 1000, "metres")), "At least so far from any surface, in metres; inside an object never.", "0.05") { Default = "0" },
        new("target", new TextSchema("a pattern over the names of objects, like box*"), "Objects that it must see: a pattern over their names with * (any run of characters) and ? (any one).", "\"box*\""),
        new("visible", new NumberSchema(new(0, 1, "share")), "How much of the target, of what faces the camera, is in the image and not hidden.", "0.3") { Default = "0.25", Needs = "target" },
        new("apart_m", new NumberSchema(NumberRange.Positive("metres")), "Nearer than this to the camera of an earlier sample is a repeat, unless it looks another way.", "0.05"),
        new("apart_deg", new NumberSchema(new(0, 180, "degrees")), "Turned by so much it is no repeat, however near it stands.", "5") { Default = "0", Needs = "apart_m" });

    public static CameraValidity? Read(SectionReader camera) => camera.Section("valid") is not { } section ? null : new()
    {
        Position = section.Mapping.Position,
        ClearMetres = section.Number("clear_m") ?? 0,
        Target = section.Text("target"),
        TargetPosition = section.Find("target")?.Position ?? section.Mapping.Position,
        VisibleShare = section.Number("visible") ?? DefaultShare,
        ApartMetres = section.Number("apart_m"),
        ApartDegrees = section.Number("apart_deg") ?? 0,
    };
}
