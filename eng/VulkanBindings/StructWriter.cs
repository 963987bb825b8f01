using System.Text;
using System.Xml.Linq;

namespace SensorSim.VulkanBindings;

/// <summary>Structs and unions with the layout of the C header; a constructor sets <c>sType</c>.</summary>
internal static class StructWriter
{
    private static readonly string[] FixedTypes = ["byte", "sbyte", "ushort", "int", "uint", "long", "ulong", "float", "double"];

    public static void Write(StringBuilder text, Registry registry, Selection selection, TypeClosure closure)
    {
        foreach ((string name, XElement type) in closure.Structs)
        {
            bool union = type.Attribute("category")!.Value == "union";
            text.Append($"\n[StructLayout(LayoutKind.{(union ? "Explicit" : "Sequential")})]\ninternal unsafe struct {name}\n{{\n");
            foreach (XElement member in Registry.Members(type))
                WriteMember(text, registry, selection, Declaration.Read(member), union);
            WriteConstructor(text, name, type);
            WriteInlineArrays(text, registry, type);
            text.Append("}\n");
        }
    }

    private static void WriteMember(StringBuilder text, Registry registry, Selection selection, Declaration member, bool union)
    {
        text.Append(union ? "    [FieldOffset(0)]\n" : "");
        string name = CSharpNames.Member(member.Name);
        string type = (selection.IsOpaque(member.Type) ? "void" : CSharpNames.Type(member.Type)) + new string('*', member.PointerDepth);
        if (member.ArrayLength is null)
            text.Append($"    public {type} {name};\n");
        else if (FixedTypes.Contains(type, StringComparer.Ordinal))
            text.Append($"    public fixed {type} {name}[{Length(registry, member)}];\n");
        else
            text.Append($"    public {InlineArrayName(member)} {name};\n");
    }

    private static void WriteConstructor(StringBuilder text, string name, XElement type)
    {
        string? value = Registry.Members(type).FirstOrDefault(member => member.Element("name")!.Value == "sType")?.Attribute("values")?.Value;
        if (value is not null)
            text.Append($"\n    public {name}() => sType = VkStructureType.{CSharpNames.EnumValue("VkStructureType", value)};\n");
    }

    private static void WriteInlineArrays(StringBuilder text, Registry registry, XElement type)
    {
        foreach (Declaration member in Registry.Members(type).Select(Declaration.Read))
        {
            string element = CSharpNames.Type(member.Type);
            if (member.ArrayLength is null || member.PointerDepth > 0 || FixedTypes.Contains(element, StringComparer.Ordinal))
                continue;
            text.Append($"\n    [InlineArray({Length(registry, member)})]\n    public struct {InlineArrayName(member)}\n    {{\n        public {element} First;\n    }}\n");
        }
    }

    private static string InlineArrayName(Declaration member) => char.ToUpperInvariant(member.Name[0]) + member.Name[1..] + "Array";

    private static string Length(Registry registry, Declaration member) =>
        char.IsAsciiDigit(member.ArrayLength![0]) ? member.ArrayLength : registry.Constant(member.ArrayLength).Value;
}
