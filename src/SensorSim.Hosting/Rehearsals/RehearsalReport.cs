using System.Text.Json.Nodes;
using SensorSim.Datasets.Storage;
using SensorSim.Scenes.Outcomes;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Rehearsals;

/// <summary>How the episodes of a run end.</summary>
/// <param name="Scenario">Of the run.</param>
/// <param name="Seed">Of every draw.</param>
/// <param name="Samples">In order.</param>
public sealed record RehearsalReport(Scenario Scenario, ulong Seed, IReadOnlyList<RehearsedSample> Samples)
{
    /// <summary>How many succeed, and why others do not.</summary>
    public TaskCounts Counts
    {
        get
        {
            var tally = new TaskTally();
            foreach (RehearsedSample sample in Samples)
            {
                tally.Add(sample.Outcome.IsSuccess, sample.Outcome.Reason);
            }

            return tally.Counts() ?? new(0, System.Collections.ObjectModel.ReadOnlyDictionary<string, long>.Empty);
        }
    }

    /// <summary>Whether the scenario says what success is; otherwise every episode succeeds that mechanics allow.</summary>
    public bool HasConditions { get; init; } = true;

    /// <summary>How many episodes break a law of mechanics: their frames would be rejected.</summary>
    public int Unlawful => Samples.Count(sample => sample.Outcome.Reason == TaskOutcome.Unlawful);

    /// <summary>Of the samples that there are.</summary>
    public double SuccessRate => Samples.Count == 0 ? 0 : (double)Counts.Succeeded / Samples.Count;

    public JsonObject ToJson() => new()
    {
        ["scenario"] = Scenario.Id,
        ["version"] = Scenario.Version,
        ["sha256"] = Scenario.Sha256,
        ["seed"] = Seed,
        ["samples"] = Samples.Count,
        ["has_conditions"] = HasConditions,
        ["success_rate"] = SuccessRate,
        ["tasks"] = Counts.ToJson(),
        ["outcomes"] = new JsonArray([.. Samples.Select(one => (JsonNode)new JsonObject { ["sample"] = one.Sample, ["success"] = one.Outcome.IsSuccess, ["failure"] = one.Outcome.Reason, ["failure_detail"] = one.Outcome.Detail })]),
    };
}
