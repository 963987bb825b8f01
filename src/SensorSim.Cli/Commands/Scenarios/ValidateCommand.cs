using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Hosting.Runs.Planning.Warnings;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.Cli.Commands.Scenarios;

/// <summary><c>validate</c>: everything that is wrong with a scenario, at once.</summary>
internal sealed class ValidateCommand : CliCommand
{
    private readonly Argument<string> _scenario = new("SCENARIO") { Description = "scenario file (YAML)" };
    private readonly Option<string[]> _set = SharedOptions.Set();
    private readonly Option<double?> _pluginTimeout = WatchedPlugins.TimeoutOption();
    private readonly Option<bool> _json = SharedOptions.Json();

    public ValidateCommand(Terminal terminal)
        : base(
            terminal, "validate", "check a scenario: every error with file:line:column, the key, what was expected and an example (exit 2 when there are any)",
            new Example("sensorsim validate scenarios/quickstart.yaml", "is it right?"),
            new Example("sensorsim validate mine.yaml --set cousins.count=10", "with a value from the command line"))
    {
        Add(_scenario);
        Add(_set);
        Add(_pluginTimeout);
        Add(_json);
    }

    protected override int Execute(ParseResult arguments) => Interruptibly(stop =>
    {
        var request = new RunRequest { ScenarioPath = arguments.GetRequiredValue(_scenario), Overrides = arguments.GetValue(_set)! };
        ScenarioReading reading = ScenarioReader.ReadFile(request.ScenarioPath, request.Overrides);
        using var plugins = new WatchedPlugins(Terminal, arguments.GetValue(_pluginTimeout), arguments.GetValue(_json));
        var warnings = new List<PlanWarning>();
        IReadOnlyList<ScenarioError> errors = Check(request, plugins.Load(), warnings, stop);
        foreach (PlanWarning warning in warnings) Terminal.Warn(warning.ToString());
        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, ToJson(reading.Scenario, errors, warnings));
        else if (errors.Count == 0)
            Terminal.Out.WriteLine(Summary(reading.Scenario!));
        foreach (ScenarioError error in errors) Terminal.Say(Failure.LineOf(error));
        return errors.Count == 0 ? ExitCode.Done : ExitCode.BadInput;
    }, "stopping");

    /// <summary>The scenario by itself, its plugins, its scene, and whether they fit.</summary>
    private IReadOnlyList<ScenarioError> Check(RunRequest request, PluginCatalog catalog, List<PlanWarning> warnings, CancellationToken stop)
    {
        try
        {
            RunPlan plan = Planning.Of(Terminal, () => new RunPlanner(catalog).Plan(request), stop);
            RunLock.Require(plan);
            warnings.AddRange(PlanWarnings.Of(plan));
            return [];
        }
        catch (ScenarioException misfit)
        {
            return misfit.Errors;
        }
    }

    private static string Summary(Scenario scenario)
    {
        string cameras = string.Join(", ", scenario.Cameras.Select(
            camera => string.Create(CultureInfo.InvariantCulture, $"{camera.Name} {camera.Width}x{camera.Height}")));
        string product = $"{Quantity.Of(scenario.Cousins.Count, "sample")} x {Quantity.Of(scenario.Episode.Steps, "step")} x {Quantity.Of(scenario.Cameras.Count, "camera")}";
        return $"{scenario.Id} {scenario.Version} is valid: {product} ({cameras}) = {Quantity.Of(FramesOf(scenario), "frame")}; labels {string.Join(", ", LabelsOf(scenario))}";
    }

    private static JsonObject ToJson(Scenario? scenario, IReadOnlyList<ScenarioError> errors, IReadOnlyList<PlanWarning> warnings) => new()
    {
        ["valid"] = errors.Count == 0,
        ["scenario"] = scenario is null ? null : new JsonObject
        {
            ["id"] = scenario.Id,
            ["version"] = scenario.Version,
            ["sha256"] = scenario.Sha256,
            ["samples"] = scenario.Cousins.Count,
            ["steps"] = scenario.Episode.Steps,
            ["cameras"] = JsonOutput.Array(scenario.Cameras.Select(camera => camera.Name)),
            ["frames"] = FramesOf(scenario),
            ["labels"] = JsonOutput.Array(LabelsOf(scenario)),
        },
        ["errors"] = JsonOutput.Array(errors, ToJson),
        ["warnings"] = JsonOutput.Array(warnings, ToJson),
    };

    private static JsonObject ToJson(ScenarioError error) => new()
    {
        ["file"] = error.File,
        ["line"] = error.Line,
        ["column"] = error.Column,
        ["key"] = error.Key,
        ["problem"] = error.Problem,
        ["expected"] = error.Expected,
        ["nearest"] = error.Nearest,
        ["example"] = error.Example,
    };

    private static JsonObject ToJson(PlanWarning warning) => new()
    {
        ["file"] = warning.At.File,
        ["line"] = warning.At.Line,
        ["column"] = warning.At.Column,
        ["problem"] = warning.Problem,
    };

    private static long FramesOf(Scenario scenario) => scenario.Cousins.Count * scenario.Episode.Steps * scenario.Cameras.Count;

    private static IEnumerable<string> LabelsOf(Scenario scenario) =>
        LabelNames.Single.Where(label => scenario.Labels.HasFlag(label.Value)).Select(label => label.Key);
}
