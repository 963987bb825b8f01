using System.Text;

namespace SensorSim.VulkanBindings;

/// <summary>Enumerations and masks, with the values of Vulkan 1.3 and the selected extensions.</summary>
internal static class EnumWriter
{
    public static void Write(StringBuilder text, Registry registry, Selection selection, TypeClosure closure)
    {
        HashSet<string> structureTypes = [.. closure.Structs.Values.SelectMany(Registry.Members)
            .Select(member => member.Attribute("values")?.Value).OfType<string>()];
        foreach ((string name, (string? block, bool isFlags)) in closure.Enums)
        {
            IEnumerable<(string Name, long Value)> values = block is null ? [] : registry.EnumValues(block, selection.Extensions);
            if (name == "VkStructureType")
                values = values.Where(value => structureTypes.Contains(value.Name));
            bool wide = isFlags && (block is not null ? registry.IsWide(block) : closure.IsWideMask(name));
            string underlying = isFlags ? wide ? "ulong" : "uint" : "int";
            WriteEnum(text, name, underlying, isFlags, values.Select(value => (CSharpNames.EnumValue(block!, value.Name), value.Value)));
        }
    }

    private static void WriteEnum(StringBuilder text, string name, string underlying, bool isFlags, IEnumerable<(string Name, long Value)> values)
    {
        text.Append(isFlags ? "\n[System.Flags]\n" : "\n").Append($"internal enum {name} : {underlying}\n{{\n");
        (string Name, long Value)[] all = [.. values];
        if (isFlags && Array.TrueForAll(all, value => value.Value != 0))
            text.Append("    None = 0,\n");
        foreach ((string valueName, long value) in all)
            text.Append($"    {valueName} = {value},\n");
        text.Append("}\n");
    }
}
