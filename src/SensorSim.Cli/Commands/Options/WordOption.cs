using System.CommandLine;
using SensorSim.Plugins;

namespace SensorSim.Cli.Commands.Options;

/// <summary>Options that take one of some words.</summary>
internal static class WordOption
{
    /// <summary>Refuses any other word, by the option's name; the help and completions list the words.</summary>
    public static void Allow(this Option option, params string[] words)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (string wrong in result.Tokens.Select(token => token.Value).Where(value => !words.Contains(value, StringComparer.Ordinal)))
                result.AddError($"{option.Name} {wrong}: {(words.Length == 1 ? words[0] : $"one of {string.Join(", ", words)}")} is expected{(words.Length > 1 && NearestName.Of(wrong, words) is { } near ? $"; did you mean {near}?" : "")}");
        });
    }
}
