using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Model;

namespace SensorSim.Hosting.Runs.Sources;

/// <summary>A scene with what identifies it.</summary>
/// <param name="Name">As the scenario names it: a relative path, or "builtin:NAME".</param>
/// <param name="Scene">What was read.</param>
/// <param name="Assets">Every file it was read from, as provenance names it → SHA-256 (lower-case hex).</param>
public sealed record LoadedScene(string Name, Scene Scene, IReadOnlyDictionary<string, string> Assets)
{
    /// <summary>What was added to it.</summary>
    public SceneAdditions Additions { get; init; } = SceneAdditions.None;

    /// <summary>The same with additions.</summary>
    public LoadedScene With(SceneAdditions additions, FragmentLibrary fragments)
    {
        ArgumentNullException.ThrowIfNull(additions);
        ArgumentNullException.ThrowIfNull(fragments);
        Scene scene = ComposedScene.Of(Scene, additions, fragments);
        return this with { Scene = scene, Additions = additions, Assets = new SortedDictionary<string, string>(Assets.Concat(fragments.Assets).DistinctBy(asset => asset.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) };
    }

    /// <summary>The same in one of the file's variants; null leaves it as it is.</summary>
    /// <exception cref="ArgumentException">The file has no such variant.</exception>
    public LoadedScene In(string? variant) => this with { Scene = MaterialVariants.Apply(Scene, variant) };
}
