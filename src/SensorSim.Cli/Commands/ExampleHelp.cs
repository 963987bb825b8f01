using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SensorSim.Cli.Console;

namespace SensorSim.Cli.Commands;

/// <summary>The ordinary help, followed by the command's examples.</summary>
internal sealed class ExampleHelp(HelpAction ordinary) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = ordinary.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        IReadOnlyList<Example> examples = ExamplesOf(parseResult.CommandResult.Command);
        if (examples.Count == 0) return code;

        output.WriteLine("Examples:");
        var table = new TextTable([.. examples.Take(1).SelectMany(Cells)]);
        foreach (Example example in examples.Skip(1)) table.Add(Cells(example));
        table.WriteTo(output, indent: 2);
        output.WriteLine();
        return code;
    }

    /// <summary>A command's own examples; a group shows the first of each command in it.</summary>
    private static IReadOnlyList<Example> ExamplesOf(Command command) =>
        command is CliCommand documented
            ? documented.Examples
            : [.. command.Subcommands.Where(sub => !sub.Hidden).SelectMany(sub => ExamplesOf(sub).Take(1))];

    private static string[] Cells(Example example) => [example.Line, example.Does];
}
