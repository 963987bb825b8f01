namespace SensorSim.Scenes.Composition;

/// <summary>What is added to a scene before its cousins are made. With the files it names this is all that the composed scene depends on.</summary>
public sealed record SceneAdditions
{
    public static SceneAdditions None { get; } = new();

    /// <summary>New objects, a node each.</summary>
    public IReadOnlyList<AddedObject> Objects { get; init; } = [];

    /// <summary>New lamps, a node each.</summary>
    public IReadOnlyList<AddedLamp> Lamps { get; init; } = [];

    /// <summary>What objects may be in place of what they are: "builtin:mug", or a glTF file; with what <see cref="Objects"/> are.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Materials of the library, "builtin:oak", and folders of textures.</summary>
    public IReadOnlyList<string> Materials { get; init; } = [];

    /// <summary>Names of materials of the scene that may be replaced by one of <see cref="Materials"/>.</summary>
    public IReadOnlyList<string> Replaced { get; init; } = [];

    /// <summary>Whether cousins choose among the variants of the scene's file.</summary>
    public bool HasVariants { get; init; }

    public bool IsEmpty => Objects.Count + Lamps.Count + Items.Count + Materials.Count == 0 && !HasVariants;
}
