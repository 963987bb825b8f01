using System.CommandLine;
using SensorSim.Plugins;

namespace SensorSim.Cli.Console;

/// <summary>Reports a command line that cannot be understood, with the nearest valid names.</summary>
internal static class ParseErrors
{
    public static int Print(ParseResult result, Terminal terminal)
    {
        Command command = result.CommandResult.Command;
        var failure = Failure.Of(new UsageException([.. Problems(result, command)]));
        if (JsonOutput.IsWanted(result)) JsonOutput.WriteError(terminal.Out, failure);
        foreach (string line in failure.Lines) terminal.Say(line);
        terminal.Say($"'{Path(command)} --help' shows what is possible.");
        return failure.ExitCode;
    }

    private static IEnumerable<string> Problems(ParseResult result, Command command)
    {
        IReadOnlyList<string> unknown = result.UnmatchedTokens;

        // Behind an unknown command nothing else can be understood either.
        if (command.Subcommands.Count > 0 && unknown.Count > 0) return [$"there is no command '{unknown[0]}'.{Hint(unknown[0], command)}"];
        return result.Errors
            .Select(problem => problem.Message)
            .Distinct(StringComparer.Ordinal)
            .Select(message => unknown.FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal)) is { } token
                ? message + Hint(token, command)
                : message);
    }

    private static string Hint(string token, Command command) =>
        NearestName.Of(token, NamesIn(command)) is { } nearest ? $" Did you mean {nearest}?" : "";

    private static IEnumerable<string> NamesIn(Command command) =>
        command.Options.Where(option => !option.Hidden).Select(option => option.Name)
            .Concat(command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name));

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "sensorsim";
}
