namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>A scalar.</summary>
/// <param name="Position">Its first character.</param>
/// <param name="Text">As written, quotes and escapes resolved.</param>
/// <param name="IsPlain">Not quoted, so that it may be a number or a truth value.</param>
internal sealed record LocatedScalar(SourcePosition Position, string Text, bool IsPlain) : LocatedNode(Position, 1)
{
    private const int LongestQuoted = 40;

    public override string Description =>
        Text.Length == 0 ? "nothing"
        : Text.Length <= LongestQuoted ? $"'{Text}'"
        : $"'{Text[..LongestQuoted]}…'";
}
