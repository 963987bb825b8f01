using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Scenarios;

/// <summary>Finds the stage that a draw names, in the list of a camera's lens and stages.</summary>
internal static class StageChoice
{
    /// <summary>Names of the stages as draws call them; null where one is taken out.</summary>
    public static IReadOnlyList<string?> NamesOf(IReadOnlyList<StageRequest> requests)
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. requests.Select(request =>
        {
            if (!request.Enabled)
            {
                return null;
            }

            int use = uses[request.Use] = uses.GetValueOrDefault(request.Use) + 1;
            return request.Name ?? (use == 1 ? request.Use : string.Create(CultureInfo.InvariantCulture, $"{request.Use}#{use}"));
        })];
    }

    /// <summary>The place of a stage, by its name, or by its plugin where only one stage has it; null where there is none, or several.</summary>
    public static int? Find(IReadOnlyList<StageRequest> requests, string stage)
    {
        IReadOnlyList<string?> names = NamesOf(requests);
        int[] byName = [.. Enumerable.Range(0, requests.Count).Where(i => names[i] == stage)];
        int[] byPlugin = [.. Enumerable.Range(0, requests.Count).Where(i => requests[i].Enabled && requests[i].Use == stage)];
        return byName.Length == 1 ? byName[0] : byPlugin.Length == 1 ? byPlugin[0] : null;
    }

    /// <summary>The list with a parameter drawn.</summary>
    /// <exception cref="SensorChainException">There is no such stage.</exception>
    public static IReadOnlyList<StageRequest> Changed(IReadOnlyList<StageRequest> requests, StageChange change)
    {
        int place = Find(requests, change.Stage) ?? throw new SensorChainException([new(0, null, WhyNone(requests, change.Stage))]);
        var parameters = new Dictionary<string, JsonNode?>(requests[place].Parameters, StringComparer.Ordinal) { [change.Parameter] = change.Value.DeepClone() };
        return [.. requests.Select((request, i) => i == place ? request with { Parameters = parameters } : request)];
    }

    /// <summary>Why a draw finds no stage.</summary>
    public static string WhyNone(IReadOnlyList<StageRequest> requests, string stage) => requests.Count(request => request.Enabled && request.Use == stage) > 1
        ? $"several stages are '{stage}': give the one that is meant a name"
        : $"the sensor chain has no stage '{stage}'";
}
