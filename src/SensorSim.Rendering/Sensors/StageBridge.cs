using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Rendering.Sensors;

/// <summary>Finds the stages that a chain lacks between two domains.</summary>
/// <param name="plugins">That are installed, by id.</param>
internal sealed class StageBridge(IReadOnlyDictionary<string, InstalledPlugin> plugins)
{
    /// <summary>The fewest stages that lead from one domain to a later one, by id; null where none do.</summary>
    public string[]? Between(SignalDomain given, SignalDomain wanted)
    {
        (string Id, SensorStage Stage)[] steps = Steps();
        var ways = new Dictionary<SignalDomain, string[]> { [given] = [] };
        var next = new Queue<SignalDomain>([given]);
        while (next.TryDequeue(out SignalDomain domain) && domain != wanted)
        {
            foreach ((string id, SensorStage stage) in steps.Where(step => step.Stage.Input == domain))
            {
                if (ways.TryAdd(stage.Output, [.. ways[domain], id]))
                {
                    next.Enqueue(stage.Output);
                }
            }
        }

        return ways.GetValueOrDefault(wanted);
    }

    private (string Id, SensorStage Stage)[] Steps() =>
    [
        .. plugins.Values.OrderBy(plugin => plugin.Manifest.Id, StringComparer.Ordinal)
            .Where(plugin => plugin.Instance is SensorStage stage && stage.Output > stage.Input)
            .Select(plugin => (plugin.Manifest.Id, (SensorStage)plugin.Instance)),
    ];
}
