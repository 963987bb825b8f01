using System.Xml.Linq;

namespace SensorSim.UnitTests.Architecture;

/// <summary>What one project file asks for. References that only order the build (no assembly) and analyzers do not count.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public static ProjectFile Read(string path) => Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));

    public static ProjectFile Parse(string name, string xml)
    {
        var document = XDocument.Parse(xml);
        var projects = document.Descendants("ProjectReference")
            .Where(reference => Setting(reference, "ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(Included(reference).Replace('\\', '/')));
        var packages = document.Descendants("PackageReference")
            .Where(reference => Setting(reference, "PrivateAssets") != "all")
            .Select(Included);
        return new ProjectFile(name, [.. projects.Order(StringComparer.Ordinal)], [.. packages.Order(StringComparer.Ordinal)]);
    }

    private static string Included(XElement reference) => (string?)reference.Attribute("Include") ?? "";

    private static string? Setting(XElement reference, string name) =>
        (string?)reference.Attribute(name) ?? (string?)reference.Element(name);
}
