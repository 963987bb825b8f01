using System.Text.RegularExpressions;

namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>A mapping whose keys are made by a rule: what varies.</summary>
/// <param name="Meaning">For messages.</param>
/// <param name="Keys">Each kind of key: its name is a regular expression.</param>
internal sealed record PatternSchema(string Meaning, params IReadOnlyList<KeySchema> Keys) : ValueSchema
{
    private readonly Regex[] _patterns = [.. Keys.Select(key => new Regex(key.Name, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))];

    public override string Expected => Meaning;

    /// <summary>What a key means; null when it is none.</summary>
    public KeySchema? Find(string name) => Array.FindIndex(_patterns, pattern => pattern.IsMatch(name)) is >= 0 and var index ? Keys[index] : null;
}
