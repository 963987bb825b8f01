using System.Globalization;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>How much of a scene's animation the steps of a run show.</summary>
/// <param name="Name">As the file has it; null for one without a name.</param>
/// <param name="DurationSeconds">Of the animation.</param>
/// <param name="Episode">The steps.</param>
public sealed record PlayedAnimation(string? Name, double DurationSeconds, EpisodeSettings Episode)
{
    /// <summary>Steps that show all of it.</summary>
    public int StepsForAll => (int)Math.Ceiling((DurationSeconds * Episode.FrameRateHz) - 1e-9);

    /// <summary>What plays in a run; null where nothing does.</summary>
    public static PlayedAnimation? Of(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return AnimationChoice.Of(plan.Scene.Scene, plan.Scenario.Animation) is { DurationSeconds: > 0 } animation ? new(animation.Name, animation.DurationSeconds, plan.Scenario.Episode) : null;
    }

    /// <summary>For a person: "plays 1 s of the 2 s of its animation; --steps 60 plays all of it".</summary>
    /// <param name="option">What sets the number of steps: "--steps" or "episode.steps".</param>
    public string Words(string option)
    {
        string named = Name is null ? "its animation" : $"its animation '{Name}'", whole = string.Create(CultureInfo.InvariantCulture, $"{DurationSeconds:0.###} s");
        string all = $"; {option} {StepsForAll.ToString(CultureInfo.InvariantCulture)} {(Episode.Steps == 1 ? "plays" : "plays all of")} it";
        return Episode.Steps == 1 ? string.Create(CultureInfo.InvariantCulture, $"{named} of {whole} stands still at {Episode.StartSeconds:0.###} s{all}")
            : Episode.Steps < StepsForAll ? string.Create(CultureInfo.InvariantCulture, $"plays {Episode.Steps / Episode.FrameRateHz:0.###} s of the {whole} of {named}{all}")
            : $"plays all {whole} of {named}";
    }
}
