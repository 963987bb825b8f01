using SensorSim.Hosting.Runs.Sources;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;

namespace SensorSim.Hosting.Drafting;

/// <summary>What a model must know of a scene: the names that a scenario may use, and how large it is.</summary>
public static class SceneFacts
{
    private const int MostNames = 200;

    public static string Of(LoadedScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var names = SceneNames.Of(scene.Scene);
        SceneBounds bounds = SceneBounds.Of(scene.Scene);
        return FormattableString.Invariant($"""
            The scene is {scene.Name}. It reaches from {bounds.Min} to {bounds.Max} in metres, +Y up.
            Objects: {List(names.Objects.Select(one => one.Name))}
            Materials: {List(names.Materials)}
            Lamps: {List(names.Lamps.Select(one => one.Name))}
            Cameras: {List(names.Cameras.Select(one => one.Name))}
            Variants: {List(scene.Scene.Variants)}
            """);
    }

    private static string List(IEnumerable<string> names)
    {
        string[] all = [.. names];
        string more = all.Length > MostNames ? FormattableString.Invariant($", and {all.Length - MostNames} more") : "";
        return all.Length == 0 ? "none" : $"{string.Join(", ", all.Take(MostNames))}{more}";
    }
}
