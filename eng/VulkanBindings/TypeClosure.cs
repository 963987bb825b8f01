using System.Xml.Linq;

namespace SensorSim.VulkanBindings;

/// <summary>Every registry type that the selected commands and structs need, found transitively.</summary>
public sealed class TypeClosure
{
    private readonly Registry registry;
    private readonly Selection selection;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public TypeClosure(Registry registry, Selection selection)
    {
        this.registry = registry;
        this.selection = selection;
        foreach (string name in selection.Commands.Concat(selection.ExtensionCommands))
            AddCommand(registry.Command(name));
        foreach (string name in selection.Structs)
            Add(name);
    }

    public SortedDictionary<string, XElement> Structs { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, bool> Handles { get; } = new(StringComparer.Ordinal);

    /// <summary>C# name → the registry's name of the block of values (null for reserved masks), and whether it is a mask of flags.</summary>
    public SortedDictionary<string, (string? Values, bool IsFlags)> Enums { get; } = new(StringComparer.Ordinal);

    private void AddCommand(XElement command)
    {
        Add(command.Element("proto")!.Element("type")!.Value);
        foreach (XElement parameter in Registry.Parameters(command))
            Add(Declaration.Read(parameter).Type);
    }

    private void Add(string name)
    {
        if (selection.IsOpaque(name) || CSharpNames.Type(name) != name.Replace("FlagBits", "Flags", StringComparison.Ordinal) || !seen.Add(name) || !name.StartsWith("Vk", StringComparison.Ordinal))
            return;
        XElement type = registry.Type(name);
        switch (type.Attribute("category")?.Value)
        {
            case "struct" or "union":
                Structs[name] = type;
                foreach (XElement member in Registry.Members(type))
                    Add(Declaration.Read(member).Type);
                break;
            case "handle":
                Handles[name] = type.Element("type")!.Value == "VK_DEFINE_HANDLE";
                break;
            case "enum":
                Enums[CSharpNames.Type(name)] = (name, name.Contains("FlagBits", StringComparison.Ordinal));
                break;
            case "bitmask":
                Enums[name] = (type.Attribute("requires")?.Value ?? type.Attribute("bitvalues")?.Value, true);
                break;
            case "basetype" when name == "VkBool32":
                break;
            default:
                throw new FormatException($"'{name}' has a category that the generator does not know.");
        }
    }

    public bool IsWideMask(string mask) =>
        registry.Type(mask) is { } type && type.Attribute("category")?.Value == "bitmask" && type.Element("type")?.Value == "VkFlags64";
}
