using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Styles;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Labels;

namespace SensorSim.Hosting.Runs.Sources;

/// <summary>All that a scenario names, read from its files.</summary>
/// <param name="Scene">With what the scenario adds to it; null after an error.</param>
/// <param name="Environment">Of all cousins; null when it is built in or dark, and after an error.</param>
/// <param name="Environments">That cousins choose from.</param>
/// <param name="Style">Null without one, and after an error.</param>
internal sealed record ScenarioContents(LoadedScene? Scene, LoadedEnvironment? Environment, IReadOnlyDictionary<string, LoadedEnvironment?> Environments, ChosenStyle? Style)
{
    /// <summary>Reads it.</summary>
    /// <param name="draft">The scenario as far as it could be read.</param>
    /// <param name="source">Where its names begin.</param>
    /// <param name="catalog">The plugins.</param>
    /// <param name="labels">In place of the scenario's own.</param>
    /// <param name="errors">Those of the scenario so far; receives every one of its files.</param>
    public static ScenarioContents Read(Scenario draft, SceneSource source, PluginCatalog catalog, LabelSet? labels, List<ScenarioError> errors)
    {
        LoadedScene? scene = draft.Scene.Length == 0 ? null : At(draft.Keys.Of("scene"), "scene", errors, () => source.Load(draft.Scene));
        LoadedEnvironment? environment = EnvironmentOf(draft, source, "environment.hdr", errors);
        scene = scene is null ? null : Composed(scene, draft, source, errors);
        scene = scene is null ? null : scene with { Scene = RobotServos.In(scene.Scene, draft.Joints) };
        ChosenStyle? style = draft.Style is { } look && !errors.Any(error => error.Key.StartsWith("style", StringComparison.Ordinal))
            ? At(look.Position, "style", errors, () => ScenarioStyle.Of(draft, source.Folder, catalog, labels ?? draft.Labels)) : null;
        return new(scene, environment, EnvironmentsOf(draft, source, errors), style);
    }

    /// <summary>The environment of all cousins; null when it is built in or dark, or cannot be read.</summary>
    /// <param name="scenario">That names it.</param>
    /// <param name="source">Where.</param>
    /// <param name="key">For the error.</param>
    /// <param name="errors">Receives it.</param>
    public static LoadedEnvironment? EnvironmentOf(Scenario scenario, SceneSource source, string key, List<ScenarioError> errors) => At(
        scenario.Keys.Of("environment.hdr"), key, errors,
        () => scenario.Environment.Hdr is not { } hdr || hdr.StartsWith(SceneLibrary.Prefix, StringComparison.Ordinal) ? null : source.LoadEnvironment(hdr));

    private static IReadOnlyDictionary<string, LoadedEnvironment?> EnvironmentsOf(Scenario draft, SceneSource source, List<ScenarioError> errors) =>
        EnvironmentChoices.Of(draft, name => At(EnvironmentChoices.PositionOf(draft), EnvironmentChoices.Key, errors, () => source.LoadEnvironment(name)), errors);

    // Null after an error, where it is not clear what was meant: what a scene lacks would be reported once more wherever it is named.
    private static LoadedScene? Composed(LoadedScene scene, Scenario scenario, SceneSource source, List<ScenarioError> errors)
    {
        var additions = ScenarioAdditions.Of(scenario, scene.Scene);
        var fragments = new FragmentLibrary(source);
        int before = errors.Count;
        errors.AddRange(additions.Errors);
        foreach (FragmentReference one in additions.References)
        {
            At(one.Position, one.Key, errors, () => one.IsMaterial ? fragments.Material(one.Reference) : ItemOf(one, fragments));
        }

        return errors.Count == before ? scene.With(additions.With(scenario, fragments.CategoryOf), fragments)
            : FragmentLibrary.Meant(scenario) is { } meant ? Composed(scene, meant, source, errors) : null;
    }

    private static Scene ItemOf(FragmentReference one, FragmentLibrary fragments)
    {
        Scene item = fragments.Item(one.Reference);
        string? kind = !item.Articulation.IsEmpty ? "is a robot" : FragmentBodies.AreSeveral(item) ? "has several bodies" : null;
        return kind is null || !one.Key.StartsWith("cousins", StringComparison.Ordinal) ? item : throw new CompositionException($"'{one.Reference}' {kind}, which takes no object's place; add it under objects.");
    }

    // A file that a scenario names and that cannot be read is an error of the scenario, at the place where it is named.
    private static T? At<T>(SourcePosition position, string key, List<ScenarioError> errors, Func<T?> load)
        where T : class
    {
        try
        {
            return load();
        }
        catch (Exception e) when (e is GltfException or ImageFormatException or CompositionException or RequestException or IOException or UnauthorizedAccessException)
        {
            errors.Add(new(position, key, e.Message));
            return null;
        }
    }
}
