using System.CommandLine;
using SensorSim.Cli.Console;

namespace SensorSim.Cli.Commands;

/// <summary><c>devices</c>: the Vulkan devices of this machine.</summary>
internal sealed class DevicesCommand : CliCommand
{
    private readonly Option<bool> _json;

    public DevicesCommand(Terminal terminal)
        : base(terminal, "devices", "list the Vulkan devices of this machine", new Example("sensorsim devices", "what --device can choose from"))
    {
        _json = AddJsonOption();
    }

    protected override int Execute(ParseResult arguments)
    {
        return arguments.GetValue(_json) ? ExitCode.Done : ExitCode.Failed;
    }
}
