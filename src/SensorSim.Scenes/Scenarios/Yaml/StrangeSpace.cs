using System.Globalization;
using YamlDotNet.Core;

namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>Characters that look like spaces and indent nothing: no-break spaces, most of them pasted from a web page.</summary>
internal static class StrangeSpace
{
    /// <summary>What an error says of one.</summary>
    public const string Problem = "a character that only looks like a space indents this line";

    /// <summary>What it should be.</summary>
    public const string Expected = "spaces";

    /// <summary>The first one in front of a line's text; null where there is none.</summary>
    public static Mark? FirstIn(string text)
    {
        int begin = 0;
        foreach ((int line, string one) in text.Split('\n').Index())
        {
            int column = one.AsSpan().IndexOfAnyExcept(' ');
            if (column >= 0 && char.GetUnicodeCategory(one[column]) == UnicodeCategory.SpaceSeparator)
            {
                return new(begin + column, line + 1, column + 1);
            }

            begin += one.Length + 1;
        }

        return null;
    }
}
