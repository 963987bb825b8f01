using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Scenarios;

/// <summary>Checks what a scenario draws for waveforms of lamps.</summary>
internal static class FlickerDrawCheck
{
    /// <param name="binding">The scenario and its scene.</param>
    /// <param name="catalog">The installed plugins; a waveform that is not among them is reported where it is named.</param>
    public static IEnumerable<ScenarioError> Of(SceneBinding binding, PluginCatalog catalog) => binding.FlickerDraws.SelectMany(draw => draw.Waveforms
        .Where(waveform => catalog.Plugins.TryGetValue(waveform.Use, out InstalledPlugin? plugin) && plugin.Manifest.Kind == PluginKind.Light)
        .SelectMany(waveform => ParameterDraws.Check(
            draw.Rule, draw.Path, draw.Parameter, catalog.Plugins[waveform.Use], waveform.Parameters, binding.FlickerDraws.Count == 1, "")).Take(1));
}
