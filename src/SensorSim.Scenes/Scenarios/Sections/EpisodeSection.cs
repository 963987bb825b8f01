using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>episode</c>: one step without it.</summary>
internal static class EpisodeSection
{
    public static MappingSchema Schema { get; } = new(
        new("steps", new IntegerSchema(1, EpisodeSettings.MaximumSteps), "How many time steps each sample has.", "25"),
        new("duration_s", new NumberSchema(NumberRange.Positive("seconds")), "In place of steps: how long each sample lasts, in seconds.", "2"),
        new("frame_rate_hz", new NumberSchema(new(1e-3, 1e6, "hertz")), "Steps per second.", "25") { Default = "30", AlsoCalled = ["fps"] },
        new("start_s", new NumberSchema(new(0, 1e6, "seconds")), "The time of the first step on the clock that animations and lamps run by, in seconds.", "0.5") { Default = "0" })
    {
        Groups = [new(IsRequired: true, "steps", "duration_s")],
    };

    public static EpisodeSettings Read(SectionReader scenario)
    {
        if (scenario.Section("episode") is not { } section)
        {
            return scenario.Section("physics") is { } physics && physics.Has("duration_s")
                ? EpisodeSettings.Still with { Steps = FromDuration(physics, physics.Number("duration_s"), EpisodeSettings.Still.FrameRateHz) }
                : EpisodeSettings.Still;
        }

        double rate = section.Number("frame_rate_hz") ?? EpisodeSettings.Still.FrameRateHz;
        double start = section.Number("start_s") ?? 0;
        double? duration = section.Number("duration_s");
        return new(section.Integer("steps") is ulong steps ? (int)steps : FromDuration(section, duration, rate), rate, start);
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
