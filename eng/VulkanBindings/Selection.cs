namespace SensorSim.VulkanBindings;

/// <summary>What of the registry is wanted, as listed in <c>commands.txt</c>.</summary>
public sealed class Selection
{
    private readonly ILookup<string, string> entries;

    private Selection(ILookup<string, string> entries) => this.entries = entries;

    public IEnumerable<string> Commands => entries["command"];

    public IEnumerable<string> ExtensionCommands => entries["extension-command"];

    public IEnumerable<string> Structs => entries["struct"];

    public IEnumerable<string> Constants => entries["constant"];

    public IEnumerable<string> Extensions => entries["extension"];

    public bool IsOpaque(string type) => entries["opaque"].Contains(type, StringComparer.Ordinal);

    /// <exception cref="FormatException">A line is not <c>kind NAME</c> with a known kind.</exception>
    public static Selection Parse(string text) =>
        new(text.Split('\n')
            .Select((line, index) => (Text: line.Trim(), Number: index + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .Select(line => ParseLine(line.Text, line.Number))
            .ToLookup(entry => entry.Kind, entry => entry.Name, StringComparer.Ordinal));

    private static (string Kind, string Name) ParseLine(string line, int number)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool known = words is ["command" or "extension-command" or "struct" or "constant" or "extension" or "opaque", _];
        return known ? (words[0], words[1]) : throw new FormatException($"commands.txt:{number}: expected 'kind NAME', found '{line}'.");
    }
}
