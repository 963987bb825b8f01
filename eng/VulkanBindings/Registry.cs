using System.Globalization;
using System.Xml.Linq;

namespace SensorSim.VulkanBindings;

/// <summary>The parts of the Khronos registry <c>vk.xml</c> that describe the plain Vulkan API.</summary>
public sealed class Registry
{
    private readonly Dictionary<string, XElement> types;
    private readonly Dictionary<string, XElement> commands;
    private readonly Dictionary<string, XElement> enums;
    private readonly XElement root;

    public Registry(string path)
    {
        root = XDocument.Load(path).Root ?? throw new FormatException($"{path}: no root element.");
        types = ByName(root.Elements("types").Elements("type"), type => type.Attribute("name")?.Value ?? type.Element("name")?.Value);
        commands = ByName(root.Elements("commands").Elements("command"), command => command.Element("proto")?.Element("name")?.Value);
        enums = ByName(root.Elements("enums"), block => block.Attribute("name")?.Value);
    }

    public XElement Type(string name) => types.GetValueOrDefault(name) ?? throw new FormatException($"vk.xml has no type '{name}'.");

    public XElement Command(string name) => commands.GetValueOrDefault(name) ?? throw new FormatException($"vk.xml has no command '{name}'.");

    public static IEnumerable<XElement> Members(XElement declaration) => declaration.Elements("member").Where(IsPlainVulkan);

    public static IEnumerable<XElement> Parameters(XElement command) => command.Elements("param").Where(IsPlainVulkan);

    /// <summary>The C text of an API constant, such as <c>(~0U)</c>.</summary>
    public (string Type, string Value) Constant(string name)
    {
        XElement constant = enums["API Constants"].Elements("enum").FirstOrDefault(e => e.Attribute("name")?.Value == name)
            ?? throw new FormatException($"vk.xml has no constant '{name}'.");
        return (constant.Attribute("type")?.Value ?? "uint32_t", constant.Attribute("value")?.Value ?? throw new FormatException($"'{name}' has no value."));
    }

    /// <summary>Whether the values of <paramref name="name"/> are 64 bits wide.</summary>
    public bool IsWide(string name) => enums.GetValueOrDefault(name)?.Attribute("bitwidth")?.Value == "64";

    /// <summary>Values of an enumeration in Vulkan 1.0 to 1.3 and the given extensions, aliases left out.</summary>
    public IEnumerable<(string Name, long Value)> EnumValues(string name, IEnumerable<string> extensions)
    {
        IEnumerable<XElement> own = enums.TryGetValue(name, out XElement? block) ? block.Elements("enum") : [];
        IEnumerable<XElement> added = root.Elements("feature")
            .Concat(root.Elements("extensions").Elements("extension").Where(e => extensions.Contains(e.Attribute("name")?.Value, StringComparer.Ordinal)))
            .Where(IsPlainVulkan)
            .SelectMany(feature => feature.Elements("require").Elements("enum"))
            .Where(value => value.Attribute("extends")?.Value == name);
        return own.Concat(added)
            .Where(value => value.Attribute("alias") is null && IsPlainVulkan(value))
            .Select(value => (Name: value.Attribute("name")!.Value, Value: EnumValue(value)))
            .DistinctBy(value => value.Value);
    }

    private static long EnumValue(XElement value)
    {
        if (value.Attribute("bitpos")?.Value is string bit)
            return 1L << int.Parse(bit, CultureInfo.InvariantCulture);
        if (value.Attribute("value")?.Value is string text)
            return ParseInteger(text);
        string extension = value.Attribute("extnumber")?.Value ?? value.Parent!.Parent!.Attribute("number")!.Value;
        long offset = long.Parse(value.Attribute("offset")!.Value, CultureInfo.InvariantCulture);
        long number = 1_000_000_000 + ((long.Parse(extension, CultureInfo.InvariantCulture) - 1) * 1000) + offset;
        return value.Attribute("dir")?.Value == "-" ? -number : number;
    }

    private static long ParseInteger(string text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? long.Parse(text.AsSpan(2).TrimEnd("UL"), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : long.Parse(text, CultureInfo.InvariantCulture);

    private static bool IsPlainVulkan(XElement element) =>
        element.Attribute("api")?.Value is not string api || api.Split(',').Contains("vulkan", StringComparer.Ordinal);

    private static Dictionary<string, XElement> ByName(IEnumerable<XElement> elements, Func<XElement, string?> name) =>
        elements.Where(e => IsPlainVulkan(e) && e.Attribute("alias") is null && name(e) is not null)
            .DistinctBy(e => name(e)!, StringComparer.Ordinal)
            .ToDictionary(e => name(e)!, StringComparer.Ordinal);
}
