namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>A YAML value that knows where it was written. Immutable: an alias shares its anchor's value.</summary>
/// <param name="Position">Its first character.</param>
/// <param name="Size">Values in it, itself included, aliases counted each time.</param>
internal abstract record LocatedNode(SourcePosition Position, long Size)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Description { get; }
}
