using System.Text;
using System.Xml.Linq;

namespace SensorSim.VulkanBindings;

/// <summary>Commands: exported ones as imports of the loader, extension ones as a table of function pointers.</summary>
internal static class CommandWriter
{
    public static void Write(StringBuilder text, Registry registry, Selection selection)
    {
        text.Append("\ninternal static unsafe partial class Vk\n{\n    public const string Library = \"libvulkan.so.1\";\n");
        foreach (string name in selection.Commands)
        {
            XElement command = registry.Command(name);
            string parameters = string.Join(", ", Parameters(command, selection).Select(p => $"{p.Type} {CSharpNames.Member(p.Name)}"));
            text.Append($"\n    [LibraryImport(Library)]\n    public static partial {ReturnType(command)} {name}({parameters});\n");
        }

        text.Append("}\n");
        WriteExtensionTable(text, registry, selection);
    }

    private static void WriteExtensionTable(StringBuilder text, Registry registry, Selection selection)
    {
        text.Append("\ninternal unsafe struct VkExtensionCommands\n{\n");
        foreach (string name in selection.ExtensionCommands)
            text.Append($"    public {PointerType(registry.Command(name), selection)} {name};\n");
        text.Append("\n    public VkExtensionCommands(System.Func<string, nint> address)\n    {\n");
        foreach (string name in selection.ExtensionCommands)
            text.Append($"        {name} = ({PointerType(registry.Command(name), selection)})address(\"{name}\");\n");
        text.Append("    }\n}\n");
    }

    private static string PointerType(XElement command, Selection selection)
    {
        IEnumerable<string> types = Parameters(command, selection).Select(p => p.Type).Append(ReturnType(command));
        return $"delegate* unmanaged<{string.Join(", ", types)}>";
    }

    private static string ReturnType(XElement command) => CSharpNames.Type(command.Element("proto")!.Element("type")!.Value);

    private static IEnumerable<(string Type, string Name)> Parameters(XElement command, Selection selection) =>
        Registry.Parameters(command).Select(Declaration.Read).Select(p =>
        {
            string type = selection.IsOpaque(p.Type) ? "void" : CSharpNames.Type(p.Type);
            return (type + new string('*', p.PointerDepth + (p.ArrayLength is null ? 0 : 1)), p.Name);
        });
}
