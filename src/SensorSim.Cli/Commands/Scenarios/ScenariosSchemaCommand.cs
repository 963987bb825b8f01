using System.CommandLine;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Scenarios;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Cli.Commands.Scenarios;

/// <summary><c>scenarios schema</c>: the JSON Schema of scenario files, with the plugins that are installed.</summary>
internal sealed class ScenariosSchemaCommand : CliCommand
{
    public ScenariosSchemaCommand(Terminal terminal)
        : base(
            terminal, "schema", "the JSON Schema (2020-12) of scenario files with every installed plugin, for editors",
            new Example("sensorsim scenarios schema", "into a file that a scenario's first line names: # yaml-language-server: $schema=FILE"))
    {
    }

    protected override int Execute(ParseResult arguments)
    {
        var catalog = PluginCatalog.Load(PluginCatalog.StandardDirectories());
        foreach (PluginProblem problem in catalog.Problems) Terminal.Warn(problem.ToString());
        JsonOutput.Write(Terminal.Out, ScenarioSchema.Document(PluginUseSchema.Definitions(catalog)));
        return ExitCode.Done;
    }
}
