using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>exposure</c> of a camera.</summary>
internal static class ExposureSection
{
    private const double DefaultIso = 100;

    public static NumberRange FNumber { get; } = new(0.1, 1000, "focal length / aperture diameter");

    public static NumberRange Time { get; } = new(1e-7, 3600, "seconds");

    public static NumberRange Iso { get; } = new(1, 1e7);

    public static NumberRange RowTime { get; } = new(0, 1, "seconds from one row to the next");

    public static MappingSchema Schema { get; } = new(
        new("f_number", new NumberSchema(FNumber), "How wide the aperture is open: focal length over its diameter.", "2.8") { IsRequired = true, AlsoCalled = ["aperture"] },
        new("time_s", new NumberSchema(Time), "How long each row is open, in seconds.", "0.004") { IsRequired = true, AlsoCalled = ["shutter", "shutter_s", "shutter_speed"] },
        new("iso", new NumberSchema(Iso), "Exposure index; 100 is the sensor's base gain.", "400") { Default = "100", AlsoCalled = ["gain"] },
        new("row_time_s", new NumberSchema(RowTime), "Rolling shutter: seconds from one row's beginning to the next; 0 is a global shutter.", "1.89e-5") { Default = "0" });

    public static ExposureSettings? Read(SectionReader camera) => camera.Section("exposure") is { } section
        ? new(section.Number("f_number") ?? double.NaN, section.Number("time_s") ?? double.NaN, section.Number("iso") ?? DefaultIso, section.Number("row_time_s") ?? 0)
        : null;
}
