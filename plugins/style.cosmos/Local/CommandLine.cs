using System.Text;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Local;

/// <summary>A command line in words. No shell sees it: quotes hold a word together, a backslash takes the next character as it is, and nothing else has a meaning.</summary>
internal static class CommandLine
{
    /// <exception cref="StyleException">A quote is open, or there is nothing.</exception>
    public static IReadOnlyList<string> Words(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        (char quote, bool isWord) = ('\0', false);
        for (int i = 0; i < command.Length; i++)
        {
            char c = command[i];
            if (c == '\\' && quote != '\'' && i + 1 < command.Length)
            {
                word.Append(command[++i]);
                isWord = true;
            }
            else if (quote == '\0' ? c is '"' or '\'' : c == quote)
            {
                quote = quote == '\0' ? c : '\0';
                isWord = true;
            }
            else if (quote != '\0' || !char.IsWhiteSpace(c))
            {
                word.Append(c);
                isWord = true;
            }
            else if (isWord)
            {
                words.Add(word.ToString());
                word.Clear();
                isWord = false;
            }
        }

        if (quote != '\0')
        {
            throw new StyleException($"\"command\" has a {quote} that is not closed: {command}") { IsRequestWrong = true };
        }

        return isWord ? [.. words, word.ToString()] : words;
    }
}
