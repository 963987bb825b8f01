using System.CommandLine;
using System.CommandLine.Parsing;

namespace SensorSim.Cli.Console;

/// <summary>No argument means anything when it is empty: what a script wrote there was a variable that is not set.</summary>
internal static class EmptyValues
{
    /// <exception cref="UsageException">Names every argument and option whose value is empty.</exception>
    public static void Refuse(ParseResult arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        string[] problems =
        [
            .. arguments.CommandResult.Children
                .Where(child => child.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                .Select(child => $"{NameOf(child)}: the value is empty"),
        ];
        if (problems.Length > 0) throw new UsageException(problems);
    }

    private static string NameOf(SymbolResult child) => child switch
    {
        OptionResult option => option.Option.Name,
        ArgumentResult argument => argument.Argument.Name,
        _ => child.ToString()!,
    };
}
