using System.CommandLine;
using SensorSim.Cli.Console;

namespace SensorSim.Cli.Commands.Machine;

/// <summary><c>shaders</c>: for the publish script; people need not know it.</summary>
internal sealed class ShadersCommand : Command
{
    public ShadersCommand(Terminal terminal)
        : base("shaders", "the program's shaders")
    {
        Hidden = true;
        Add(new ShadersCompileCommand(terminal));
    }
}
