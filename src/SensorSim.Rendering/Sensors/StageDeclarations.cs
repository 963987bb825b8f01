using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Sensors;

namespace SensorSim.Rendering.Sensors;

/// <summary>What a stage's GLSL finds around it, generated from its parameter record, and the stage's own file.</summary>
internal static class StageDeclarations
{
    public static void Append(StringBuilder text, InstalledPlugin plugin)
    {
        string name = plugin.Manifest.ShaderName, file = ((SensorStage)plugin.Instance).ShaderFile;
        AppendStruct(text, name, plugin.Schema);
        text.AppendLine(CultureInfo.InvariantCulture, $$"""
            int {{name}}_coefficient_count()
            {
                return current_stage.coefficient_count;
            }

            float {{name}}_coefficient(int i)
            {
                return stage_coefficient(i);
            }

            #line 1 "{{plugin.Manifest.Id}}/{{file}}"
            """);
        text.AppendLine(File.ReadAllText(Path.Combine(plugin.Directory, file)));
    }

    /// <summary>
    /// Parameters that are part of the shader, as name and value in GLSL: flags and choices, and numbers that are 0, which is how an effect is left out.
    /// A device that runs both sides of a branch would pay for every law that a stage knows and for every effect that is off.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> Constants(ChainStage stage)
    {
        IReadOnlyDictionary<string, JsonNode?> values = stage.Plugin.Schema.ValuesOf(stage.Parameters);
        return stage.Plugin.Schema.Parameters
            .Select(parameter => (parameter.Name, Value: Constant(parameter, values[parameter.Name]!)))
            .Where(constant => constant.Value is not null)
            .Select(constant => (constant.Name, constant.Value!));
    }

    private static string? Constant(ParameterDescription parameter, JsonNode value) => parameter.Type switch
    {
        ParameterType.Flag => value.GetValue<bool>() ? "true" : "false",
        ParameterType.Choice => parameter.Choices.ToList().IndexOf(value.GetValue<string>()).ToString(CultureInfo.InvariantCulture),
        ParameterType.Integer => value.GetValue<int>() == 0 ? "0" : null,
        ParameterType.Number => BitConverter.DoubleToInt64Bits(value.GetValue<double>()) == 0 ? "0.0" : null,
        _ => null,
    };

    private static void AppendStruct(StringBuilder text, string name, ParameterSchema schema)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"struct {name}_Parameters\n{{");
        foreach (ParameterDescription parameter in schema.Parameters)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    {GlslType(parameter.Type)} {parameter.Name};");
        }

        if (schema.Parameters.Count == 0)
        {
            text.AppendLine("    float none; // GLSL has no empty struct");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"}};\n\n{name}_Parameters {name}_load(uint word)\n{{\n    {name}_Parameters p;");
        for (int i = 0; i < schema.Parameters.Count; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    p.{schema.Parameters[i].Name} = {Load(schema.Parameters[i].Type, i)};");
        }

        text.AppendLine(schema.Parameters.Count == 0 ? "    p.none = 0.0;\n    return p;\n}\n" : "    return p;\n}\n");
    }

    private static string GlslType(ParameterType type) => type switch
    {
        ParameterType.Number => "float",
        ParameterType.Flag => "bool",
        _ => "int",
    };

    private static string Load(ParameterType type, int offset)
    {
        string word = string.Create(CultureInfo.InvariantCulture, $"word + {offset}u");
        return type switch
        {
            ParameterType.Number => $"frame_float({word})",
            ParameterType.Flag => $"frame[{word}] != 0u",
            _ => $"int(frame[{word}])",
        };
    }
}
