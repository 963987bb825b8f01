using System.Text.Json.Nodes;
using SensorSim.Cli.Commands;
using SensorSim.Cli.Console;

namespace SensorSim.UnitTests.Cli;

/// <summary>What a command said and returned, run in this process with its streams caught.</summary>
internal sealed record CommandOutcome(int ExitCode, string Out, string Error)
{
    public JsonNode Json => JsonNode.Parse(Out)!;

    public static CommandOutcome Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = CommandTree.Run(arguments, new Terminal(output, error, ErrorIsTerminal: false, Colour: false));
        return new(code, output.ToString(), error.ToString());
    }
}
