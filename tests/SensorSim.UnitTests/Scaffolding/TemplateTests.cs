using System.Xml.Linq;
using SensorSim.Hosting.Scaffolding;

namespace SensorSim.UnitTests.Scaffolding;

public sealed class TemplateTests
{
    [Test]
    public void NewPluginsUseTheVersionsThatWeUse()
    {
        Dictionary<string, string> ours = Versions(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props")));
        Dictionary<string, string> theirs = Versions(TemplateFiles.Of("every").Single(file => file.Path == "Directory.Packages.props").Text);
        Assert.That(theirs.Remove("SensorSim.Sdk"), Is.True);
        Assert.That(theirs, Is.SubsetOf(ours));
    }

    [Test]
    public void EveryTemplateHasSourcesAndTests([Values] PluginTemplate template)
    {
        string[] files = [.. TemplateFiles.Of(template.ToString().ToLowerInvariant()).Select(file => file.Path)];
        Assert.That(files.Where(file => file.StartsWith("plugin/", StringComparison.Ordinal)), Has.Exactly(1).EndsWith("Parameters.cs"));
        Assert.That(files.Where(file => file.StartsWith("tests/", StringComparison.Ordinal)), Has.Exactly(1).EndsWith("Tests.cs"));
    }

    private static Dictionary<string, string> Versions(string text) => XDocument.Parse(text).Descendants("PackageVersion")
        .ToDictionary(element => (string)element.Attribute("Include")!, element => (string)element.Attribute("Version")!, StringComparer.Ordinal);
}
