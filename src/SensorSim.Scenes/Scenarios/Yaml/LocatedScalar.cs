namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>A scalar.</summary>
/// <param name="Position">Its first character.</param>
/// <param name="Text">As written, quotes and escapes resolved.</param>
/// <param name="IsPlain">Not quoted, so that it may be a number or a truth value.</param>
internal sealed record LocatedScalar(SourcePosition Position, string Text, bool IsPlain) : LocatedNode(Position, 1 + (Text.Length / LettersOfAValue))
{
    /// <summary>A longer text counts as several values: aliases repeat it too.</summary>
    private const int LettersOfAValue = 100;

    private const int LongestQuoted = 40;

    /// <summary>YAML's ways to write nothing: no value, <c>~</c> and <c>null</c>.</summary>
    public bool IsNull => IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");

    /// <summary>Says nothing; blanks would satisfy the reader and nobody else.</summary>
    public bool IsBlank => IsNull || string.IsNullOrWhiteSpace(Text);

    private bool IsNumberOrTruth => Text is "true" or "false" || ScalarReader.TryNumber(this with { IsPlain = true }, out _);

    public override string Description =>
        IsBlank ? "nothing"
        : !IsPlain && Text.Length <= LongestQuoted && IsNumberOrTruth ? $"'{Text}' in quotes, which make it a text"
        : Text.Length <= LongestQuoted ? $"'{Text}'"
        : $"'{Text[..LongestQuoted]}…'";
}
