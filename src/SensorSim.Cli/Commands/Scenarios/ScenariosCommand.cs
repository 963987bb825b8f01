using System.CommandLine;
using SensorSim.Cli.Console;

namespace SensorSim.Cli.Commands.Scenarios;

/// <summary><c>scenarios</c>: the group of commands about scenario files.</summary>
internal sealed class ScenariosCommand : Command
{
    public ScenariosCommand(Terminal terminal)
        : base("scenarios", "scenario files: the library, and their JSON Schema")
    {
        Add(new ScenariosListCommand(terminal));
        Add(new ScenariosSchemaCommand(terminal));
    }
}
