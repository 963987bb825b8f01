using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>exposure</c> of a camera.</summary>
internal static class ExposureSection
{
    public static ExposureSettings? Read(SectionReader camera)
    {
        const string expected = "a mapping with f_number, time_s, iso and row_time_s";
        if (camera.Find("exposure") is not { } node
            || SectionReader.Of(node, camera.PathOf("exposure"), expected, camera.Log) is not { } section)
        {
            return null;
        }

        var exposure = new ExposureSettings(
            section.RequireNumber("f_number", new(0.1, 1000, "focal length / aperture diameter")),
            section.RequireNumber("time_s", new(1e-7, 3600, "seconds")),
            section.Number("iso", new(1, 1e7)) ?? 100,
            section.Number("row_time_s", new(0, 1, "seconds from one row to the next")) ?? 0);
        section.RejectUnknown();
        return exposure;
    }
}
