using SensorSim.Hosting.Physics;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Hosting.Divergence;

/// <summary>The same episode through several backends and with numbers a little different: physics alone, nothing is rendered.</summary>
public static class DivergenceRun
{
    /// <param name="plan">Of a scenario with physics.</param>
    /// <param name="sample">Which cousin.</param>
    /// <param name="settings">What is changed, and by how much.</param>
    /// <param name="progress">Told how many episodes are done.</param>
    /// <param name="stop">Looked at between episodes.</param>
    /// <exception cref="RequestException">The scenario has no physics, or no time passes in it.</exception>
    /// <exception cref="PhysicsException">The world cannot be built.</exception>
    public static DivergenceReport Of(RunPlan plan, long sample, DivergenceSettings settings, IProgress<long>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(settings);
        PhysicsSettings physics = plan.Scenario.Physics ?? throw new RequestException([$"The scenario {plan.Scenario.Id} has no physics: nothing moves that could diverge. Give one with the section physics, as in physics: {{ backend: mujoco, duration_s: 2, bodies: [{{ match: \"box_*\", motion: dynamic }}] }}."]);
        double seconds = SecondsOf(plan, settings);
        SceneInstance cousin = plan.Cousins.Sample(sample);
        var own = new EpisodeVariant("as the scenario has it", physics.Backend);
        (SimulatedEpisode reference, string library) = Run(plan, physics, own, cousin, seconds);
        var outcomes = new List<VariantOutcome>();
        foreach (EpisodeVariant variant in EpisodeVariant.Of(physics, settings, plan.Catalog))
        {
            progress?.Report(outcomes.Count + 1);
            stop.ThrowIfCancellationRequested();
            (SimulatedEpisode episode, string by) = Run(plan, physics, variant, cousin, seconds);
            var comparison = new EpisodeComparison(reference, episode, variant.StepsForOne, settings);
            outcomes.Add(new(variant, by, episode.Broken, comparison.Bodies(), comparison.Contacts(), comparison.Curve()));
        }

        progress?.Report(outcomes.Count + 1);
        return new(plan.Scenario, plan.Seed, sample, seconds, physics, library, reference.Broken, settings, outcomes);
    }

    private static double SecondsOf(RunPlan plan, DivergenceSettings settings) => settings.Seconds
        ?? (plan.Scenario.Episode.Steps > 1
            ? plan.Scenario.Episode.TimeOf(plan.Scenario.Episode.Steps)
            : throw new RequestException([$"The scenario {plan.Scenario.Id} is of one instant: give it a duration_s or an episode, or say --seconds."]));

    private static (SimulatedEpisode Episode, string Library) Run(RunPlan plan, PhysicsSettings physics, EpisodeVariant variant, SceneInstance cousin, double seconds)
    {
        var simulation = new EpisodePhysics(physics with { Backend = variant.Backend, RateHz = variant.StepsForOne * physics.RateHz }, plan.Scene.Scene, plan.Catalog) { Change = variant.In };
        return (((SimulatedMotion)simulation.Simulate(cousin, seconds).Motion!).Episode, simulation.LibraryVersion);
    }
}
