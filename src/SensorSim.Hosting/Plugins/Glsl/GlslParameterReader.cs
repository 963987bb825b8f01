using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Plugins.Glsl;

/// <summary>Reads <c>$.parameters</c> of the manifest of a plugin of GLSL alone.</summary>
internal static partial class GlslParameterReader
{
    /// <summary>What an entry of a sensor list says besides parameters.</summary>
    private static readonly string[] s_taken = ["use", "name", "enabled", "profile"];

    /// <exception cref="PluginException">A key is missing, unknown or wrong; the message has the JSON path.</exception>
    public static ParameterSchema Read(ManifestObject root)
    {
        var parameters = new List<ParameterDescription>();
        foreach ((JsonElement element, string path) in root.Has("parameters") ? root.List("parameters") : [])
        {
            ParameterDescription parameter = Parameter(new(element, path));
            if (parameters.Exists(other => other.Name == parameter.Name))
            {
                throw new PluginException($"{path}.name: there are two parameters \"{parameter.Name}\".");
            }

            RequireValid(parameter, path);
            parameters.Add(parameter);
        }

        return ParameterSchema.Of(parameters);
    }

    private static ParameterDescription Parameter(ManifestObject node)
    {
        ParameterType type = node.Has("type") ? node.Choice<ParameterType>("type") : ParameterType.Number;
        if (type is ParameterType.Table or ParameterType.Text)
        {
            throw new PluginException($"{node.Path}.type: {(type == ParameterType.Text ? "a shader has no text; a number, a flag or a choice is expected." : "a table reaches the shader through coefficients, which need C#.")}");
        }

        bool isNumber = type is ParameterType.Number or ParameterType.Integer;
        node.RequireKeys(["name", "type", "description", "default", .. isNumber ? (string[])["unit", "min", "max"] : type == ParameterType.Choice ? ["choices"] : []]);
        return ParameterSchema.Declared(
            NameOf(node),
            type,
            node.Has("unit") ? node.String("unit") : "",
            node.Has("min") ? node.Number("min") : double.NegativeInfinity,
            node.Has("max") ? node.Number("max") : double.PositiveInfinity,
            DefaultOf(node, type),
            type == ParameterType.Choice ? ChoicesOf(node) : [],
            node.String("description"));
    }

    private static string NameOf(ManifestObject node)
    {
        string name = node.String("name");
        return !NamePattern().IsMatch(name) ? throw node.Expected("name", "a name in snake_case, such as focal_px,")
            : s_taken.Contains(name, StringComparer.Ordinal) ? throw new PluginException($"{node.Path}.name: \"{name}\" means something else in a sensor list; choose another name.")
            : name;
    }

    private static JsonNode DefaultOf(ManifestObject node, ParameterType type) => type switch
    {
        ParameterType.Flag => node.Flag("default"),
        ParameterType.Choice => node.String("default"),
        ParameterType.Integer => (double)node.Integer("default", int.MinValue, int.MaxValue),
        _ => node.Number("default"),
    };

    private static string[] ChoicesOf(ManifestObject node)
    {
        string[] choices = [.. node.List("choices").Select(item => item.Element.ToString())];
        return choices.Length > 0 && Array.TrueForAll(choices, NamePattern().IsMatch) && choices.Distinct(StringComparer.Ordinal).Count() == choices.Length
            ? choices
            : throw node.Expected("choices", "a list of different names in snake_case");
    }

    private static void RequireValid(ParameterDescription parameter, string path)
    {
        if (parameter.Type == ParameterType.Choice && !parameter.Choices.Contains(parameter.Default.GetValue<string>(), StringComparer.Ordinal))
        {
            throw new PluginException($"{path}.default: {parameter.Default.ToJsonString()} is none of {string.Join(", ", parameter.Choices)}.");
        }

        if (parameter.Type is ParameterType.Number or ParameterType.Integer && !(parameter.Default.GetValue<double>() is var value && value >= parameter.Min && value <= parameter.Max))
        {
            throw new PluginException($"{path}.default: {parameter.Default.ToJsonString()} is not within min and max.");
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(_[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
