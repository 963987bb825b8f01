using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Rendering.Sensors;

namespace SensorSim.Hosting.Runs;

/// <summary>While it lives, a watchdog knows what a run does on the device, where it uses which plugin and how to save its frames.</summary>
internal sealed class RunWatch : IDisposable
{
    private readonly PluginWatchdog _watchdog;

    public RunWatch(PluginWatchdog watchdog, RunPlan plan, RenderSession session, Action<TimeSpan>? flush)
    {
        _watchdog = watchdog;
        watchdog.PlaceOf = call => PluginUses.PlaceOf(plan, call.Parameters);
        watchdog.BeforeEnd = flush;
        watchdog.Passes = () => session.Running.Select(ActivityOf);
    }

    public void Dispose() => (_watchdog.Passes, _watchdog.BeforeEnd, _watchdog.PlaceOf) = (null, null, null);

    // Stages that share a pass cannot be told apart from outside.
    private static PluginActivity ActivityOf(PassInProgress pass) => new(pass.Runner, pass.Number, () => pass.Stages switch
    {
        [] => "the device's last pass over a frame",
        [var stage] => $"the plugin {stage.Plugin.Manifest.Id} (the stage \"{stage.Name}\", on the device)",
        var many => $"one of the plugins {string.Join(", ", many.Select(stage => stage.Plugin.Manifest.Id).Distinct(StringComparer.Ordinal))} "
            + $"(the stages {string.Join(", ", many.Select(stage => $"\"{stage.Name}\""))}, in one pass on the device)",
    });
}
