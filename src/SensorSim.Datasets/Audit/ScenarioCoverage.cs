using System.Text.Json.Nodes;
using SensorSim.Datasets.Storage;
using SensorSim.Scenes.Coverage;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Strategies;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Datasets.Audit;

/// <summary>What a dataset's samples cover of what a scenario draws.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Differences">Between it and the one that the dataset was made from, in sentences.</param>
/// <param name="Draws">The samples, by bin.</param>
/// <param name="Report">What they cover.</param>
/// <param name="Next">What to render next.</param>
public sealed record ScenarioCoverage(ScenarioIdentity Scenario, IReadOnlyList<string> Differences, BinnedDraws Draws, CoverageReport Report, NextSamples Next)
{
    /// <summary>Draw → samples that do not have it, or have a value that the scenario does not draw; only draws with such samples.</summary>
    public IReadOnlyDictionary<string, int> Unbinned { get; } = UnbinnedOf(Draws);

    /// <summary>Whether the dataset was made from a scenario with another name.</summary>
    public bool IsOfAnother { get; private init; }

    /// <summary>There are samples, and none has a value of any draw in a bin; or nothing is drawn, and the dataset is of another scenario.</summary>
    public bool IsOfOtherDraws => Draws.Parameters.Count == 0 ? IsOfAnother : Draws.Samples.Count > 0 && Draws.Samples.All(sample => sample.Bins.All(bin => bin == CoveringArray.Open));

    /// <param name="content">The dataset.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="space">What it draws.</param>
    /// <param name="strength">Of what to render next.</param>
    /// <exception cref="CoveringArrayException">A rule looks at too many bins.</exception>
    public static ScenarioCoverage Of(DatasetContent content, Scenario scenario, SampleSpace space, int strength)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(scenario);
        BinnedDraws draws = DrawCoverage.Of(space, content.Draws.Select(ValuesOf));
        return new(
            new(scenario.Id, scenario.Version, scenario.Sha256), ScenarioDifferences.Of(content.Description.Plan, scenario), draws, CoverageReport.Of(draws),
            NextSamples.Of(draws, strength, scenario.Cousins.Seed))
        {
            IsOfAnother = scenario.Id != content.Description.Plan.Scenario.Id,
        };
    }

    private static Dictionary<string, JsonValue> ValuesOf(SampleDraws sample) =>
        sample.Values.Where(draw => draw.Value is JsonValue).ToDictionary(draw => draw.Key, draw => (JsonValue)draw.Value!, StringComparer.Ordinal);

    private static Dictionary<string, int> UnbinnedOf(BinnedDraws draws) => draws.Parameters
        .Select((parameter, p) => (parameter.Name, Count: draws.Samples.Count(sample => sample.Bins[p] == CoveringArray.Open)))
        .Where(open => open.Count > 0)
        .ToDictionary(open => open.Name, open => open.Count, StringComparer.Ordinal);
}
