using System.Text;
using SensorSim.Datasets;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Profiles;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Drafting;

/// <summary>What <c>validate</c> checks, for a scenario that is not written yet: the file, its plugins, its scene, and whether they fit.</summary>
/// <param name="catalog">The installed plugins.</param>
public sealed class DraftCheck(PluginCatalog catalog)
{
    /// <summary>Everything that is wrong.</summary>
    /// <param name="yaml">The scenario.</param>
    /// <param name="path">The file that it is for.</param>
    /// <param name="limit">A scenario that takes longer is refused; its check runs out in the background.</param>
    /// <param name="stop">Ends the waiting.</param>
    public async Task<IReadOnlyList<ScenarioError>> ErrorsAsync(string yaml, string path, TimeSpan limit, CancellationToken stop)
    {
        try
        {
            return await Task.Run(() => Errors(Encoding.UTF8.GetBytes(yaml), path), stop).WaitAsync(limit, stop).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return [new(path, 0, 0, "", FormattableString.Invariant($"its check took longer than {limit.TotalSeconds} seconds"), "fewer draws and rules, or another strategy")];
        }
    }

    private IReadOnlyList<ScenarioError> Errors(byte[] yaml, string path)
    {
        try
        {
            RunLock.Require(new RunPlanner(catalog).Plan(new() { ScenarioPath = path, ScenarioText = yaml }));
            return [];
        }
        catch (ScenarioException wrong)
        {
            return wrong.Errors;
        }
        catch (Exception wrong) when (wrong is RequestException or SensorChainException or GltfException or DatasetException or PluginException or ProfileException or IOException)
        {
            return [new(path, 0, 0, "", wrong.Message)];
        }
    }
}
