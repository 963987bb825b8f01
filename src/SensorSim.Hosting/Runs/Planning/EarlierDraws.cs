using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>The draws of the dataset that an adaptive strategy fills up.</summary>
/// <param name="Samples">Name → value, of each sample once.</param>
/// <param name="Files">What they were read from, as provenance names it → SHA-256.</param>
internal sealed record EarlierDraws(IReadOnlyList<IReadOnlyDictionary<string, JsonValue>> Samples, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>None where the scenario's strategy looks at no dataset.</summary>
    /// <exception cref="ScenarioException">There is no such dataset, or it cannot be read.</exception>
    public static EarlierDraws Of(Scenario scenario)
    {
        if (scenario.Cousins.Strategy is not SamplingStrategy.Adaptive adaptive)
        {
            return new([], new Dictionary<string, string>(StringComparer.Ordinal));
        }

        try
        {
            DatasetReader dataset = DatasetReader.Open(scenario.Resolve(adaptive.Dataset));
            return new([.. dataset.Frames().DistinctBy(frame => frame.Sample).Select(frame => ValuesOf(frame.Draws))], FileOf(dataset, adaptive.Dataset));
        }
        catch (DatasetException unreadable)
        {
            throw new ScenarioException([new(adaptive.Position, "cousins.strategy.adaptive.dataset", unreadable.Message)]);
        }
    }

    private static Dictionary<string, JsonValue> ValuesOf(IReadOnlyDictionary<string, JsonNode?> draws) =>
        draws.Where(draw => draw.Value is JsonValue).ToDictionary(draw => draw.Key, draw => (JsonValue)draw.Value!, StringComparer.Ordinal);

    private static Dictionary<string, string> FileOf(DatasetReader dataset, string name)
    {
        using FileStream records = File.OpenRead(Path.Combine(dataset.Root, DatasetLayout.Frames));
        return new(StringComparer.Ordinal) { [Path.Combine(name, DatasetLayout.Frames)] = Convert.ToHexStringLower(SHA256.HashData(records)) };
    }
}
