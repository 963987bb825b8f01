using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SensorSim.Cli.Commands.Rendering;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;

namespace SensorSim.Cli.Commands;

/// <summary>Reports a command line that cannot be understood, with the nearest valid names.</summary>
internal static class ParseErrors
{
    /// <summary>What people try to give an environment with.</summary>
    private static readonly string[] EnvironmentNames = ["--hdri", "--env", "--environment", "--envmap", "--light"];

    /// <summary>What people try to name a folder of plugins with.</summary>
    private static readonly string[] PluginFolderNames = ["--plugin", "--plugins", "--plugin-dir", "--plugins-dir", "--plugin-path"];

    public static int Print(ParseResult result, Terminal terminal)
    {
        Command command = result.CommandResult.Command;
        var failure = Failure.Of(new UsageException([.. Problems(result, command)]));
        if (JsonOutput.IsWanted(result)) JsonOutput.WriteError(terminal, failure);
        foreach (string line in failure.Lines) terminal.Say(line);
        terminal.Say($"'{Path(command)} --help' shows what is possible.");
        return failure.ExitCode;
    }

    private static IEnumerable<string> Problems(ParseResult result, Command command)
    {
        string[] unknown = [.. result.UnmatchedTokens.Where(token => command.Subcommands.Count == 0 || token != "--json")];

        // Behind an unknown command nothing else can be understood either.
        if (command.Subcommands.Count > 0 && unknown.Length > 0) return [$"there is no command '{unknown[0]}'.{Hint(unknown[0], command)}"];
        if (Array.FindAll(unknown, File.Exists) is [var file, .. var others])
            return [$"no option takes the file '{file}'{(others.Length > 0 ? $" and {others.Length} more" : "")}. A pattern needs quotes: without them the shell puts its files in its place."];

        string[] options = [.. UnknownOptions(result)];
        return options.Length > 0
            ? options.Select(option => $"there is no option '{option}'.{Hint(option, command)}")
            : result.Errors.Select(Describe).Distinct(StringComparer.Ordinal);
    }

    private static string Describe(ParseError problem) =>
        problem.SymbolResult is OptionResult { IdentifierTokenCount: > 1, Option.Arity.MaximumNumberOfValues: <= 1 } option
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{option.Option.Name} is given {option.IdentifierTokenCount} times ({string.Join(", ", option.Tokens.Select(token => token.Value))}); it may be given once")
            : problem.Message;

    /// <summary>What looks like an option and is none: the parser takes it for the value of an argument. Behind <c>--</c> it may be one.</summary>
    public static IEnumerable<string> UnknownOptions(ParseResult result) => result.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token is { Type: TokenType.Argument, Value: ['-', '-', _, ..] })
        .Select(token => token.Value)
        .Distinct(StringComparer.Ordinal);

    private static string Hint(string token, Command command) =>
        EnvironmentNames.Contains(token, StringComparer.Ordinal) && command is RenderCommand
            ? " An environment is --hdr FILE.hdr beside --scene, or a part of a scenario file, as in environment: { hdr: FILE.hdr }."
            : PluginFolderNames.Contains(token, StringComparer.Ordinal) ? $" Plugins of your own are found in the folders that the environment variable {PluginCatalog.DirectoriesVariable} names: {PluginCatalog.DirectoriesVariable}=FOLDER sensorsim …"
            : NearestName.Of(token, NamesIn(command)) is { } nearest ? $" Did you mean {nearest}?"
            : command.Subcommands.SelectMany(group => group.Subcommands).FirstOrDefault(below => below.Name == token) is { } deeper ? $" There is '{Path(deeper)}'." : "";

    private static IEnumerable<string> NamesIn(Command command) =>
        command.Options.Where(option => !option.Hidden).Select(option => option.Name)
            .Concat(command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name));

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "sensorsim";
}
