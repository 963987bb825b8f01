using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Styles;
using SensorSim.Plugins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Styles;

namespace SensorSim.Cli.Commands.Options;

/// <summary>A style on the command line: <c>--style ID --target PATTERN --set key=value</c>.</summary>
internal sealed class StyleOptions
{
    private readonly Option<string> _style = new("--style") { Description = "backend; plugins list shows them and their parameters", HelpName = "ID", Required = true };
    private readonly Option<string?> _target = new("--target") { Description = "real images to go by: a file, a folder, or a pattern in quotes such as 'real/*.png' (** is any number of folders)", HelpName = "IMAGES" };
    private readonly Option<string[]> _set = new("--set") { Description = "a parameter of the backend, as in --set beta=0.003; may be repeated", HelpName = "KEY=VALUE", DefaultValueFactory = _ => [] };

    private readonly Option<string> _stage = new("--stage") { Description = "where it acts: on the finished picture, or on the light in front of the camera (the label radiance), which then goes through the sensor (default: after_sensor)", HelpName = string.Join('|', StyleStages.OfPictures.Keys), DefaultValueFactory = _ => StyleStages.WordOf(StyleStage.AfterSensor) };
    private readonly Option<string> _gate = new("--gate") { Description = "what the label gate does with a frame that no longer fits its labels: reject it, mark it, or nothing (default: reject)", HelpName = "reject|mark|off", DefaultValueFactory = _ => "reject" };
    private readonly Option<string[]> _gateSet = new("--gate-set") { Description = "a line of the gate that is not the calibrated one, as in --gate-set shift_px=1; docs/style.md lists them", HelpName = "KEY=VALUE", DefaultValueFactory = _ => [] };

    private readonly Option<string?> _detector = new("--detector") { Description = "an ONNX detector whose boxes are compared with the labels before and after; its declaration FILE.detector.json lies beside it", HelpName = "FILE.onnx" };

    public StyleOptions()
    {
        _stage.Allow([.. StyleStages.OfPictures.Keys]);
        _gate.Allow("reject", "mark", "off");
    }

    public void AddTo(Command command)
    {
        command.Add(_style);
        command.Add(_target);
        command.Add(_set);
        command.Add(_stage);
        command.Add(_gate);
        command.Add(_gateSet);
        command.Add(_detector);
    }

    /// <exception cref="UsageException">An assignment is none.</exception>
    public StyleSettings Read(ParseResult arguments, PluginCatalog catalog)
    {
        string id = FullId(arguments.GetRequiredValue(_style));
        var gate = new StyleGate(Enum.Parse<GateAction>(arguments.GetValue(_gate)!, ignoreCase: true), Assignments("--gate-set", arguments.GetValue(_gateSet)!, LabelGate.Schema)) { Detector = arguments.GetValue(_detector) };
        return new(new PluginUse(id, Assignments("--set", arguments.GetValue(_set)!, catalog.Plugins.GetValueOrDefault(id)?.Schema))) 
        {
            Target = arguments.GetValue(_target),
            Stage = StyleStages.OfPictures[arguments.GetValue(_stage)!],
            Gate = gate,
        };
    }

    // As in a scenario, a word alone is one of ours.
    private static string FullId(string id) => id.Contains('.', StringComparison.Ordinal) ? id : $"style.{id}";

    private static Dictionary<string, JsonNode?> Assignments(string option, string[] assignments, ParameterSchema? schema)
    {
        var parameters = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (string assignment in assignments)
        {
            string[] parts = assignment.Split('=', 2);
            if (parts is not [{ Length: > 0 } key, var value]) throw new UsageException($"{option} {assignment}: KEY=VALUE is expected");
            if (!parameters.TryAdd(key, ValueOf(value, schema?.Parameters.FirstOrDefault(parameter => parameter.Name == key)?.Type))) throw new UsageException($"{option} {assignment}: '{key}' is given twice");
        }

        return parameters;
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
