using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>episode</c>: one step without it.</summary>
internal static class EpisodeSection
{
    private const int MaximumSteps = 10_000;

    public static EpisodeSettings Read(SectionReader scenario)
    {
        const string expected = "a mapping with frame_rate_hz and either steps or duration_s";
        if (scenario.Find("episode") is not { } node
            || SectionReader.Of(node, "episode", expected, scenario.Log) is not { } section)
        {
            return EpisodeSettings.Still;
        }

        ulong? steps = section.Integer("steps", 1, MaximumSteps);
        double? duration = section.Number("duration_s", NumberRange.Positive("seconds"));
        double rate = section.Number("frame_rate_hz", new(1e-3, 1e6, "hertz")) ?? EpisodeSettings.Still.FrameRateHz;
        section.RejectUnknown();
        if (section.Mapping.Find("steps") is null == section.Mapping.Find("duration_s") is null)
        {
            section.Log.Add(node, section.Path, "the length is not given once", "either steps or duration_s");
        }

        return new(steps is ulong n ? (int)n : FromDuration(section, duration, rate), rate);
    }

    private static int FromDuration(SectionReader section, double? duration, double rate)
    {
        double steps = Math.Round((duration ?? 0) * rate);
        if (duration is not null && steps is < 1 or > MaximumSteps)
        {
            section.Log.Add(section.Find("duration_s")!, section.PathOf("duration_s"), $"that is {steps:F0} steps", $"1 to {MaximumSteps} steps");
            return 1;
        }

        return (int)steps;
    }
}
