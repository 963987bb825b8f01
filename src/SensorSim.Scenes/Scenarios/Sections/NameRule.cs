using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>Names that become parts of file names.</summary>
internal static class NameRule
{
    private const int Longest = 64;

    /// <summary>Reads a required name made of letters, digits, '-', '_' and '.', the first of them a letter or digit.</summary>
    public static string Check(SectionReader section, string key, string what)
    {
        string expected = $"{what} of letters, digits, '-', '_' and '.', at most {Longest}, that begins with a letter or digit";
        if (section.Require(key, expected) is not { } node)
        {
            return "";
        }

        if (node is LocatedScalar { Text: { Length: > 0 and <= Longest } text } && char.IsAsciiLetterOrDigit(text[0]) && text.All(IsAllowed))
        {
            return text;
        }

        section.Log.Add(node, section.PathOf(key), $"there is {node.Description}", expected);
        return "";
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
