using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Coverage;

/// <summary>One sample of a plan, as its records will have it.</summary>
/// <param name="Drawn">The draw that nothing refused.</param>
/// <param name="Draws">Every draw, and behind them where objects are put and how they travel.</param>
/// <param name="Redrawn">What refused earlier draws → how often.</param>
public sealed record PlannedSample(DrawnSample Drawn, IReadOnlyDictionary<string, JsonNode?> Draws, IReadOnlyDictionary<string, int> Redrawn)
{
    /// <summary>Draws a sample until nothing refuses it. A pure function of the index; any thread may ask.</summary>
    /// <exception cref="ScenarioException">The scenario's rules leave too little.</exception>
    public static PlannedSample Of(CousinSampler sampler, long index)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        if (sampler.MayRefuse || sampler.Solves)
        {
            (DrawnSample kept, SceneInstance cousin) = sampler.Kept(index);
            return new(kept, cousin.Draws, cousin.Redrawn);
        }

        // The scene need not be looked at, which is what takes time.
        DrawnSample drawn = sampler.Draw(index);
        var draws = new OrderedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (BoundDraw draw in sampler.Space.Draws)
        {
            draws.Add(draw.Name, drawn.Values[draw.Name]);
        }

        return new(drawn, draws, new Dictionary<string, int>(StringComparer.Ordinal));
    }

    /// <summary>All samples of a plan, on every processor. Of several that leave too little the first is the error.</summary>
    /// <param name="sampler">The scenario's cousins.</param>
    /// <param name="count">Samples.</param>
    /// <param name="progress">Gets the count of samples drawn so far, from any thread.</param>
    /// <param name="cancellation">Stops between two samples.</param>
    /// <exception cref="ScenarioException">The scenario's rules leave too little.</exception>
    public static PlannedSample[] All(CousinSampler sampler, int count, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        var planned = new PlannedSample[count];
        var failed = new ExceptionDispatchInfo?[count];
        long done = 0;
        Parallel.For(0, count, new() { CancellationToken = cancellation }, (i, loop) =>
        {
            try
            {
                planned[i] = Of(sampler, i);
            }
            catch (ScenarioException starved)
            {
                failed[i] = ExceptionDispatchInfo.Capture(starved);
                loop.Break();
            }

            progress?.Report(Interlocked.Increment(ref done));
        });
        failed.FirstOrDefault(one => one is not null)?.Throw();
        return planned;
    }
}
