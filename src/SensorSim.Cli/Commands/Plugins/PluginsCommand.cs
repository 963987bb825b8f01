using System.CommandLine;
using SensorSim.Cli.Console;

namespace SensorSim.Cli.Commands.Plugins;

/// <summary><c>plugins</c>: the group of commands about plugins.</summary>
internal sealed class PluginsCommand : Command
{
    public PluginsCommand(Terminal terminal)
        : base("plugins", "sensor models, lenses, light waveforms, physics and styles")
    {
        Add(new PluginsListCommand(terminal));
        Add(new PluginsLockCommand(terminal));
        Add(new PluginsNewCommand(terminal));
        Add(new PluginsTestCommand(terminal));
    }
}
