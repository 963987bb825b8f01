using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>episode</c>: one step without it.</summary>
internal static class EpisodeSection
{
    public static EpisodeSettings Read(SectionReader scenario)
    {
        const string expected = "a mapping with frame_rate_hz, start_s and either steps or duration_s";
        if (scenario.Find("episode") is not { } node
            || SectionReader.Of(node, "episode", expected, scenario.Log) is not { } section)
        {
            return EpisodeSettings.Still;
        }

        ulong? steps = section.Integer("steps", 1, EpisodeSettings.MaximumSteps);
        double? duration = section.Number("duration_s", NumberRange.Positive("seconds"));
        double rate = section.Number("frame_rate_hz", new(1e-3, 1e6, "hertz")) ?? EpisodeSettings.Still.FrameRateHz;
        double start = section.Number("start_s", new(0, 1e6, "seconds")) ?? 0;
        section.RejectUnknown();
        if (section.Mapping.Find("steps") is null == section.Mapping.Find("duration_s") is null)
        {
            section.Log.Add(node, section.Path, section.Mapping.Find("steps") is null ? "the length is missing" : "the length is given twice", "either steps or duration_s");
        }

        return new(steps is ulong n ? (int)n : FromDuration(section, duration, rate), rate, start);
    }

    private static int FromDuration(SectionReader section, double? duration, double rate)
    {
        double steps = Math.Round((duration ?? 0) * rate);
        if (duration is not null && steps is < 1 or > EpisodeSettings.MaximumSteps)
        {
            section.Log.Add(section.Find("duration_s")!, section.PathOf("duration_s"), $"that is {steps:F0} steps", $"1 to {EpisodeSettings.MaximumSteps} steps");
            return 1;
        }

        return (int)steps;
    }
}
