using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Authoring;

/// <summary>The package that "dotnet pack" makes of the program is the whole program.</summary>
public sealed class ToolPackageTests : WorkshopFixture
{
    [Test]
    public void TheTool_IsInstalledFromItsPackage_AndHasEveryPlugin()
    {
        string[] plugins = [.. Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "plugins")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

        var (exitCode, output) = Workshop.Run($"""
            dotnet pack '{Repository.PathOf("src", "SensorSim.Cli")}' --no-build -c {Workshop.Configuration} -o feed -p:PackageVersion=9.9.9-test -p:BuildProjectReferences=false -v q
            HOME=$PWD dotnet tool install sensorsim --tool-path tools --source $PWD/feed --version 9.9.9-test
            echo; tools/sensorsim plugins list --json 2>warnings
            """);

        Assert.That(exitCode, Is.Zero, output);
        JsonNode listed = JsonNode.Parse(output[output.IndexOf("\n{", StringComparison.Ordinal)..])!;
        Assert.Multiple(() =>
        {
            Assert.That(listed["plugins"]!.AsArray().Select(plugin => (string)plugin!["id"]!).Order(StringComparer.Ordinal), Is.EqualTo(plugins));
            Assert.That(File.ReadAllText(Workshop.PathOf("warnings")), Is.Empty);
        });
    }
}
