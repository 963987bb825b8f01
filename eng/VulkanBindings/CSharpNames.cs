using System.Globalization;
using System.Text.RegularExpressions;

namespace SensorSim.VulkanBindings;

/// <summary>How the registry's names read in C#.</summary>
public static partial class CSharpNames
{
    private static readonly string[] Vendors = ["EXT", "KHR", "NV", "AMD"];

    /// <summary>Flag bits and their mask are one C# enumeration, named after the mask.</summary>
    public static string Type(string name) => name switch
    {
        "void" => "void",
        "char" => "byte",
        "float" => "float",
        "double" => "double",
        "int8_t" => "sbyte",
        "uint8_t" => "byte",
        "uint16_t" => "ushort",
        "int32_t" or "int" => "int",
        "uint32_t" or "VkSampleMask" => "uint",
        "uint64_t" or "VkDeviceSize" or "VkDeviceAddress" => "ulong",
        "int64_t" => "long",
        "size_t" => "nuint",
        _ when name.StartsWith("PFN_", StringComparison.Ordinal) => "nint",
        _ => name.Replace("FlagBits", "Flags", StringComparison.Ordinal),
    };

    public static string Member(string name) =>
        name is "object" or "event" or "params" or "lock" or "string" or "base" ? "@" + name : name;

    /// <summary><c>VK_FORMAT_R8_UNORM</c> of <c>VkFormat</c> becomes <c>R8Unorm</c>; a leading digit keeps the enumeration's last word.</summary>
    public static string EnumValue(string enumName, string valueName)
    {
        string[] type = [.. Words().Matches(enumName).Select(word => word.Value)];
        type = [.. type.Where(word => word is not ("Flag" or "Bits" or "Flags") && !Vendors.Contains(word, StringComparer.Ordinal))];
        string prefix = string.Concat(type.Select(word => word.ToUpperInvariant() + "_"));
        string rest = valueName.StartsWith(prefix, StringComparison.Ordinal) ? valueName[prefix.Length..] : valueName["VK_".Length..];
        if (enumName.Contains("FlagBits", StringComparison.Ordinal))
            rest = BitSuffix().Replace(rest, "${vendor}");
        string name = string.Concat(rest.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(Pascal));
        string lastWord = type.Last(word => !char.IsAsciiDigit(word[0]));
        return char.IsAsciiDigit(name[0]) ? lastWord + name : name;
    }

    public static string Constant(string name) => string.Concat(name["VK_".Length..].Split('_').Select(Pascal));

    private static string Pascal(string word) =>
        Vendors.Contains(word, StringComparer.Ordinal) ? word : word[..1] + word[1..].ToLower(CultureInfo.InvariantCulture);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z]+|[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex("_BIT(?<vendor>_[A-Z]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BitSuffix();
}
