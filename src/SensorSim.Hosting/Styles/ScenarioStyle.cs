using SensorSim.Hosting.Plugins;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Styles;

namespace SensorSim.Hosting.Styles;

/// <summary>The style of a scenario, checked against the labels that its frames will have.</summary>
internal static class ScenarioStyle
{
    /// <exception cref="RequestException">It cannot be had: every reason at once.</exception>
    public static ChosenStyle Of(Scenario scenario, string folder, PluginCatalog catalog, LabelSet labels)
    {
        StyleSettings settings = scenario.Style!;
        var style = ChosenStyle.Of(settings, folder, catalog);
        if (settings.Stage == StyleStage.Textures)
        {
            return style;
        }

        using var gate = LabelGate.Of(settings.Gate, folder);
        string[] outputs = [.. LabelNames.Single.Where(label => labels.HasFlag(label.Value)).Select(label => label.Key)];
        string[] problems = [.. PictureProblems(scenario, outputs), .. style.MissingLabels(outputs, gate)];
        return problems.Length == 0 ? style : throw new RequestException(problems);
    }

    private static IEnumerable<string> PictureProblems(Scenario scenario, string[] outputs)
    {
        if (!outputs.Contains(StyledOutcome.Picture, StringComparer.Ordinal))
        {
            yield return "there are no pictures (label rgb) to restyle.";
        }

        if (scenario.Style!.Stage == StyleStage.AfterSensor && scenario.Cameras.FirstOrDefault(camera => camera.Output == CameraOutput.Raw) is { } raw)
        {
            yield return $"the camera {raw.Name} writes raw numbers, which are no colours to restyle; leave its output: raw out, or restyle the light in front of it with stage: before_sensor.";
        }
    }
}
