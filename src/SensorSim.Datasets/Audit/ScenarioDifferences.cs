using System.Text.Json.Nodes;
using SensorSim.Datasets.Storage;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Datasets.Audit;

/// <summary>Whether a scenario is the one that a dataset was made from.</summary>
public static class ScenarioDifferences
{
    /// <summary>One sentence for each difference; none where it is the same.</summary>
    public static IReadOnlyList<string> Of(DatasetPlan plan, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(scenario);
        string[] recorded = [.. (plan.Settings["overrides"] as JsonArray ?? []).Select(item => $"{item}")];
        return
        [
            .. Differ("its id", plan.Scenario.Id, scenario.Id),
            .. Differ("its version", plan.Scenario.Version, scenario.Version),
            .. Differ("the digest of its files", plan.Scenario.Sha256, scenario.Sha256),
            .. Differ("what --set changes", Listed(recorded), Listed(scenario.Overrides)),
        ];
    }

    private static IEnumerable<string> Differ(string what, string recorded, string given) =>
        recorded == given ? [] : [$"{what}: the dataset was made from {recorded}, this scenario has {given}"];

    private static string Listed(IReadOnlyList<string> overrides) => overrides.Count == 0 ? "nothing" : string.Join(" ", overrides);
}
