using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Cli.Commands;

/// <summary>A style on the command line: <c>--style ID --target PATTERN --set key=value</c>.</summary>
internal sealed class StyleOptions
{
    private readonly Option<string> _style = new("--style") { Description = "backend; plugins list shows them and their parameters", HelpName = "ID", Required = true };
    private readonly Option<string?> _target = new("--target") { Description = "real images to go by: a file, a folder, or a pattern in quotes such as 'real/*.png' (** is any number of folders)", HelpName = "IMAGES" };
    private readonly Option<string[]> _set = new("--set") { Description = "a parameter of the backend, as in --set beta=0.05; may be repeated", HelpName = "KEY=VALUE", DefaultValueFactory = _ => [] };

    public void AddTo(Command command)
    {
        command.Add(_style);
        command.Add(_target);
        command.Add(_set);
    }

    /// <exception cref="UsageException">An assignment is none.</exception>
    public StyleSettings Read(ParseResult arguments, PluginCatalog catalog)
    {
        string id = arguments.GetRequiredValue(_style);
        ParameterSchema? schema = catalog.Plugins.GetValueOrDefault(id)?.Schema;
        var parameters = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (string assignment in arguments.GetValue(_set)!)
        {
            string[] parts = assignment.Split('=', 2);
            if (parts is not [{ Length: > 0 } key, var value]) throw new UsageException($"--set {assignment}: KEY=VALUE is expected, as in --set beta=0.05");
            if (!parameters.TryAdd(key, ValueOf(value, schema?.Parameters.FirstOrDefault(parameter => parameter.Name == key)?.Type))) throw new UsageException($"--set {assignment}: '{key}' is given twice");
        }

        return new(new PluginUse(id, parameters)) { Target = arguments.GetValue(_target) };
    }

    // A prompt may look like a number, and a number is no JSON text.
    private static JsonNode? ValueOf(string text, ParameterType? type)
    {
        if (type is null or ParameterType.Text or ParameterType.Choice) return JsonValue.Create(text);
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
