using System.CommandLine;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Sensors;

namespace SensorSim.Cli.Commands.Plugins;

/// <summary><c>plugins list</c>: every plugin with its parameters, read from its own record.</summary>
internal sealed class PluginsListCommand : CliCommand
{
    private readonly Argument<string?> _id = new("ID") { Description = "only this plugin", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _json = SharedOptions.Json();

    public PluginsListCommand(Terminal terminal)
        : base(
            terminal, "list", "what is installed: id, version, kind, parameters with units and ranges, digest",
            new Example("sensorsim plugins list", "every plugin"),
            new Example("sensorsim plugins list camera.noise", "one plugin"))
    {
        Add(_id);
        Add(_json);
    }

    protected override int Execute(ParseResult arguments)
    {
        var catalog = PluginCatalog.Load(PluginCatalog.StandardDirectories());
        IReadOnlyList<InstalledPlugin> plugins = arguments.GetValue(_id) is { } id ? [catalog.Require(id)] : [.. catalog.Plugins.Values];
        foreach (PluginProblem problem in catalog.Problems) Terminal.Warn(problem.ToString());

        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, new JsonObject { ["plugins"] = JsonOutput.Array(plugins, ToJson) });
        else
            foreach (InstalledPlugin plugin in plugins) Write(plugin);
        return ExitCode.Done;
    }

    private void Write(InstalledPlugin plugin)
    {
        PluginManifest manifest = plugin.Manifest;
        string domains = plugin.Instance is SensorStage stage ? $"  {stage.Input} → {stage.Output}{(stage.HasReference ? "" : "  no reference")}" : "";
        Terminal.Out.WriteLine($"{manifest.Id} {manifest.Version}  {KindOf(manifest)}{domains}  sha256:{plugin.Digest}");
        Terminal.Out.WriteLine($"  {manifest.Description}");
        if (plugin.Schema.Parameters.Count > 0) ParameterTable(plugin.Schema.Parameters).WriteTo(Terminal.Out, indent: 4);
        Terminal.Out.WriteLine();
    }

    private static TextTable ParameterTable(IReadOnlyList<ParameterDescription> parameters)
    {
        var table = new TextTable("parameter", "default", "range", "unit", "meaning");
        foreach (ParameterDescription parameter in parameters)
            table.Add(parameter.Name, Default(parameter), Range(parameter), parameter.Unit, parameter.Description);
        return table;
    }

    private static string Default(ParameterDescription parameter) =>
        parameter.Default is JsonArray table ? string.Join(", ", table.Select(number => number!.ToJsonString())) : parameter.Default.ToString();

    private static string Range(ParameterDescription parameter) => parameter.Type switch
    {
        ParameterType.Flag => "true, false",
        ParameterType.Choice => string.Join(", ", parameter.Choices),
        ParameterType.Text => parameter.IsFile ? "a file" : "text",
        _ when double.IsInfinity(parameter.Min) && double.IsInfinity(parameter.Max) => "any",
        _ => $"{Bound(parameter.Min)} … {Bound(parameter.Max)}",
    };

    private static string Bound(double value) => double.IsInfinity(value) ? "" : PlainNumber.Text(value);

    private static JsonObject ToJson(InstalledPlugin plugin) => new()
    {
        ["id"] = plugin.Manifest.Id,
        ["version"] = plugin.Manifest.Version,
        ["kind"] = KindOf(plugin.Manifest),
        ["description"] = plugin.Manifest.Description,
        ["input"] = (plugin.Instance as SensorStage)?.Input.ToString(),
        ["output"] = (plugin.Instance as SensorStage)?.Output.ToString(),
        ["has_reference"] = (plugin.Instance as SensorStage)?.HasReference,
        ["directory"] = plugin.Directory,
        ["sha256"] = plugin.Digest,
        ["parameters"] = JsonOutput.Array(plugin.Schema.Parameters, ToJson),
    };

    private static JsonObject ToJson(ParameterDescription parameter) => new()
    {
        ["name"] = parameter.Name,
        ["type"] = parameter.Type.ToString().ToLowerInvariant(),
        ["unit"] = parameter.Unit,
        ["min"] = double.IsInfinity(parameter.Min) ? null : parameter.Min,
        ["max"] = double.IsInfinity(parameter.Max) ? null : parameter.Max,
        ["default"] = parameter.Default.DeepClone(),
        ["choices"] = parameter.Type == ParameterType.Choice ? JsonOutput.Array(parameter.Choices) : null,
        ["description"] = parameter.Description,
    };

    private static string KindOf(PluginManifest manifest) => manifest.Kind.ToString().ToLowerInvariant();
}
