using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Styles;

/// <summary>The style of a scenario, checked against the labels that its frames will have.</summary>
internal static class ScenarioStyle
{
    /// <exception cref="RequestException">It cannot be had: every reason at once.</exception>
    public static ChosenStyle Of(StyleSettings settings, string folder, PluginCatalog catalog, LabelSet labels)
    {
        var style = ChosenStyle.Of(settings, folder, catalog);
        if (settings.IsOnTextures)
        {
            return style;
        }

        using var gate = LabelGate.Of(settings.Gate, folder);
        string[] outputs = [.. LabelNames.Single.Where(label => labels.HasFlag(label.Value)).Select(label => label.Key)];
        string[] problems = [.. outputs.Contains("rgb", StringComparer.Ordinal) ? [] : (string[])["there are no pictures (label rgb) to restyle."], .. style.MissingLabels(outputs, gate)];
        return problems.Length == 0 ? style : throw new RequestException(problems);
    }
}
