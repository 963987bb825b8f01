using System.IO.Compression;
using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Authoring;

/// <summary>The package that "dotnet pack" makes is all that a plugin's project needs.</summary>
public sealed class SdkPackageTests : WorkshopFixture
{
    [Test]
    public void APlugin_IsBuiltAgainstThePackageAlone_AndLoads()
    {
        Pack();
        Workshop.Write("nuget.config", """<configuration><packageSources><add key="here" value="feed" /></packageSources></configuration>""");
        Workshop.Write("Faint.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="SensorSim.Sdk" Version="9.9.9-test" /></ItemGroup>
            </Project>
            """);
        Workshop.Write("plugin.json", """{ "id": "faint", "version": "1.0.0", "kind": "sensor", "assembly": "Faint.dll", "contract": ">=2.0 <3.0" }""");
        Workshop.Write("faint.glsl", "vec3 faint(vec3 signal, PixelSite site, faint_Parameters p) { return 0.5 * signal; }");
        Workshop.Write("FaintStage.cs", """
            using SensorSim.Sensors;
            using SensorSim.Signals;
            public sealed record FaintParameters;
            public sealed class FaintStage : PointwiseStage<FaintParameters>
            {
                public override SignalDomain Input => SignalDomain.RadianceLayers;
                public override SignalDomain Output => SignalDomain.RadianceLayers;
                public override string ShaderFile => "faint.glsl";
                public override Rgb Reference(Rgb signal, in PixelSite site, FaintParameters parameters) => 0.5 * signal;
            }
            """);

        var (exitCode, output) = Workshop.Run("dotnet build -o built -p:RestorePackagesPath=cache -v q && SENSORSIM_PLUGINS=$PWD/built sensorsim plugins list faint --json 2>warnings");

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(Directory.EnumerateFiles(Workshop.PathOf("built")).Select(Path.GetFileName), Is.EquivalentTo(["Faint.dll", "Faint.deps.json", "faint.glsl", "plugin.json"]), "no copy of the contracts");
        Assert.That((string)JsonNode.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..])!["plugins"]![0]!["id"]!, Is.EqualTo("faint"));
        Assert.That(File.ReadAllText(Workshop.PathOf("warnings")), Is.Empty);
    }

    [Test]
    public void ThePackage_HasDocumentationAndSaysWhatItIs()
    {
        Pack();
        using ZipArchive package = ZipFile.OpenRead(Workshop.PathOf("feed/SensorSim.Sdk.9.9.9-test.nupkg"));
        string[] files = [.. package.Entries.Select(entry => entry.FullName)];
        string Read(string name) => new StreamReader(package.GetEntry(name)!.Open()).ReadToEnd();
        Assert.Multiple(() =>
        {
            Assert.That(files, Is.SupersetOf(new[]
            {
                "lib/net10.0/SensorSim.Abstractions.dll", "lib/net10.0/SensorSim.Abstractions.xml", "README.md",
                "buildTransitive/SensorSim.Sdk.props", "buildTransitive/SensorSim.Sdk.targets",
            }));
            Assert.That(Read("lib/net10.0/SensorSim.Abstractions.xml"), Does.Contain("M:SensorSim.Sensors.SampleStage`1.Reference"));
            Assert.That(Read("SensorSim.Sdk.nuspec"), Does.Contain("Apache-2.0").And.Contain("README.md").And.Not.Contain("<dependency "));
        });
    }

    private void Pack()
    {
        string project = Repository.PathOf("src", "SensorSim.Abstractions");
        var (exitCode, output) = Workshop.Run($"dotnet pack '{project}' --no-build -c {Workshop.Configuration} -o feed -p:PackageVersion=9.9.9-test");
        Assert.That(exitCode, Is.Zero, output);
    }
}
