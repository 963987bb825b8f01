namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>A list.</summary>
internal sealed record LocatedSequence(SourcePosition Position, IReadOnlyList<LocatedNode> Items)
    : LocatedNode(Position, 1 + Items.Sum(i => i.Size))
{
    public override string Description => "a list";
}
