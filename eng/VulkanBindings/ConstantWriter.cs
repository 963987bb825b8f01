using System.Text;

namespace SensorSim.VulkanBindings;

/// <summary>API constants as C# constants.</summary>
internal static class ConstantWriter
{
    public static void Write(StringBuilder text, Registry registry, Selection selection)
    {
        text.Append("\ninternal static class VkConstants\n{\n");
        foreach (string name in selection.Constants)
        {
            (string type, string value) = registry.Constant(name);
            string literal = value.Replace("ULL", "UL", StringComparison.Ordinal).Replace("F", "f", StringComparison.Ordinal);
            text.Append($"    public const {CSharpNames.Type(type)} {CSharpNames.Constant(name)} = {literal};\n");
        }

        text.Append("}\n");
    }
}
