using System.CommandLine;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Hosting;
using SensorSim.Hosting.Scenarios;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.Cli.Commands.Scenarios;

/// <summary><c>scenarios list</c>: the library of scenarios.</summary>
internal sealed class ScenariosListCommand : CliCommand
{
    private readonly Argument<string?> _folder = new("FOLDER")
    {
        Description = "where to look, with folders below (default: ./scenarios, or those that came with the program)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _json = SharedOptions.Json();

    public ScenariosListCommand(Terminal terminal)
        : base(
            terminal, "list", "scenario files: id, version, failure mode, samples and strategy",
            new Example("sensorsim scenarios list", "the library"),
            new Example("sensorsim scenarios list mine --json | jq '.[].failure_mode'", "what a folder of one's own is about"))
    {
        Add(_folder);
        Add(_json);
    }

    protected override int Execute(ParseResult arguments)
    {
        string folder = arguments.GetValue(_folder) ?? (Directory.Exists("scenarios") ? "scenarios" : ProgramFolders.Scenarios);
        if (!Directory.Exists(folder)) throw new UsageException($"{folder}: there is no such folder");
        IReadOnlyList<ScenarioReading> readings = ScenarioLibrary.Read(folder);
        foreach (ScenarioReading wrong in readings.Where(reading => reading.Scenario is null))
            Terminal.Warn($"{wrong.Draft!.File}: {Quantity.Of(wrong.Errors.Count, "error")}, the first: {wrong.Errors[0]}");
        Scenario[] scenarios = [.. readings.Select(reading => reading.Scenario).OfType<Scenario>()];
        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, JsonOutput.Array(scenarios, ToJson));
        else
            Write(scenarios, folder);
        return ExitCode.Done;
    }

    private void Write(Scenario[] scenarios, string folder)
    {
        if (scenarios.Length == 0)
        {
            Terminal.Say($"no scenario in {folder}");
            return;
        }

        var table = new TextTable("id", "version", "samples", "strategy", "failure mode", "path");
        foreach (Scenario scenario in scenarios)
            table.Add(scenario.Id, scenario.Version, Quantity.Of(scenario.Cousins.Count, "sample"), scenario.Cousins.Strategy.Name, scenario.Intent!.FailureMode, scenario.File);
        table.WriteTo(Terminal.Out);
    }

    private static JsonObject ToJson(Scenario scenario) => new()
    {
        ["id"] = scenario.Id,
        ["version"] = scenario.Version,
        ["path"] = scenario.File,
        ["failure_mode"] = scenario.Intent!.FailureMode,
        ["intended_use"] = JsonOutput.Array(scenario.Intent.IntendedUse),
        ["samples"] = scenario.Cousins.Count,
        ["strategy"] = scenario.Cousins.Strategy.Name,
    };
}
