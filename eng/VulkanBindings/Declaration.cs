using System.Text;
using System.Xml.Linq;

namespace SensorSim.VulkanBindings;

/// <summary>A C declarator of the registry: <c>const Type* name[LENGTH]</c>.</summary>
public sealed record Declaration(string Type, string Name, int PointerDepth, string? ArrayLength)
{
    public static Declaration Read(XElement element)
    {
        string type = element.Element("type")!.Value;
        string name = element.Element("name")!.Value;
        string text = TextWithoutComments(element);
        int pointers = text.Count(character => character == '*');
        int open = text.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
            return new(type, name, pointers, null);
        int close = text.IndexOf(']', open);
        if (text.IndexOf('[', close) >= 0 || text.Contains(':', StringComparison.Ordinal))
            throw new FormatException($"'{text}': two-dimensional arrays and bit fields are not supported.");
        return new(type, name, pointers, text[(open + 1)..close]);
    }

    private static string TextWithoutComments(XElement element)
    {
        var text = new StringBuilder();
        foreach (XNode node in element.Nodes())
        {
            if (node is XText literal)
                text.Append(literal.Value);
            else if (node is XElement { Name.LocalName: not "comment" } child)
                text.Append(child.Value);
        }

        return text.ToString();
    }
}
