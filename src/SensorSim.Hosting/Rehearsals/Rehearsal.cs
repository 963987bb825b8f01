using SensorSim.Hosting.Runs.Planning;
using SensorSim.Physics;
using SensorSim.Scenes.Outcomes;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Rehearsals;

/// <summary>
/// The episodes of a run by physics alone: which do what the task says, before anything is rendered. Where the scenario does not say what success is, an episode
/// fails that breaks a law of mechanics, or whose demonstration cannot be done.
/// </summary>
public static class Rehearsal
{
    /// <param name="plan">Of a scenario with physics.</param>
    /// <param name="progress">Told how many samples are done.</param>
    /// <param name="stop">Looked at between samples.</param>
    /// <exception cref="RequestException">The scenario has no physics.</exception>
    /// <exception cref="PhysicsException">A world cannot be built.</exception>
    /// <exception cref="ScenarioException">The scenario's rules leave too little to draw from.</exception>
    public static RehearsalReport Of(RunPlan plan, IProgress<long>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Physics is null)
        {
            throw new RequestException([$"The scenario {plan.Scenario.Id} has no physics, so that no episode can fail. Give it some, as in physics: {{ backend: mujoco, bodies: [{{ match: \"box_*\", motion: dynamic }}] }}."]);
        }

        RunPlan judged = plan with { Judge = plan.Judge ?? new TaskJudge([], plan.Scene.Scene) };
        var attempts = new RehearsedSample[plan.Samples];
        long done = 0;
        try
        {
            Parallel.For(0, plan.Samples, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount }, sample =>
            {
                attempts[sample] = new(sample, judged.Moving(plan.Cousins.Sample(sample)).Outcome!);
                progress?.Report(Interlocked.Increment(ref done));
            });
        }
        catch (AggregateException several) when (several.InnerExceptions.All(one => one.GetType() == several.InnerExceptions[0].GetType()))
        {
            // One and the same thing is wrong, and it is told once.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return new(plan.Scenario, plan.Seed, attempts) { HasConditions = plan.Judge is not null };
    }
}
