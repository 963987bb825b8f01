namespace SensorSim.Scenes.Scenarios;

/// <summary>The time steps of each sample.</summary>
/// <param name="Steps">How many.</param>
/// <param name="FrameRateHz">Steps per second.</param>
public sealed record EpisodeSettings(int Steps, double FrameRateHz)
{
    /// <summary>One step.</summary>
    public static EpisodeSettings Still { get; } = new(1, 30);

    /// <summary>Seconds from the episode's start.</summary>
    public double TimeOf(int step) => step / FrameRateHz;
}
