using System.Text.RegularExpressions;

namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>Text that says something; a number or a truth value is text as it is written.</summary>
/// <param name="Meaning">What the text is, for messages.</param>
/// <param name="Pattern">A regular expression in what JSON Schema (ECMA 262) and .NET have in common; null takes any text.</param>
internal sealed record TextSchema(string Meaning, string? Pattern = null) : ValueSchema
{
    public override string Expected => Meaning;

    /// <summary>Whether the whole text has the pattern.</summary>
    // '$' matches before a last line break too, which no name may have.
    public bool Takes(string text) => Pattern is null || (Regex.IsMatch(text, Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) && !text.EndsWith('\n'));
}
