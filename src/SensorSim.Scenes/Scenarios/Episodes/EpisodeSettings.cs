namespace SensorSim.Scenes.Scenarios.Episodes;

/// <summary>The time steps of each sample.</summary>
/// <param name="Steps">How many.</param>
/// <param name="FrameRateHz">Steps per second.</param>
/// <param name="StartSeconds">Time of the first step: where in the scene's animation the episode begins.</param>
public sealed record EpisodeSettings(int Steps, double FrameRateHz, double StartSeconds = 0)
{
    /// <summary>Most steps of a sample.</summary>
    public const int MaximumSteps = 10_000;

    /// <summary>One step.</summary>
    public static EpisodeSettings Still { get; } = new(1, 30);

    /// <summary>Seconds on the clock that animations and lamps run by.</summary>
    public double TimeOf(int step) => StartSeconds + (step / FrameRateHz);
}
