using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

[TestFixture]
public sealed class InspectTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("inspect-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Triangle_IsDescribedForPeopleAndMachines()
    {
        string path = Write(TinyScene.Gltf());

        var text = ProgramRun.Of("inspect", path);
        Assert.That(text.ExitCode, Is.Zero, text.Error);
        Assert.That(text.Out, Does.Contain("1 triangles").And.Match(@"1 +flag +0 +0 +1"));

        JsonNode json = ProgramRun.Of("inspect", path, "--json").Json;
        Assert.That((string)json["instances"]![0]!["name"]!, Is.EqualTo("flag"));
        Assert.That((string)json["materials"]![0]!["name"]!, Is.EqualTo("red"));
        Assert.That((double)json["lights"]![0]!["intensity"]!, Is.EqualTo(12.5));
    }

    [Test]
    public void ExtensionThatIsNotSupported_IsAWarningOnStandardError()
    {
        JsonObject gltf = TinyScene.Gltf();
        gltf["extensionsUsed"]!.AsArray().Add("VENDOR_unheard_of");

        var run = ProgramRun.Of("inspect", Write(gltf), "--json");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Error, Is.Empty);
        Assert.That(run.Json["warnings"]!.AsArray().Select(warning => (string)warning!), Has.Some.Contains("VENDOR_unheard_of"));
        Assert.That(ProgramRun.Of("inspect", Write(gltf)).Error, Does.StartWith("warning: ").And.Contain("VENDOR_unheard_of"));
    }

    [Test]
    public void BrokenFile_NamesTheJsonPath()
    {
        JsonObject gltf = TinyScene.Gltf();
        gltf["nodes"]![0]!["mesh"] = 7;

        var run = ProgramRun.Of("inspect", Write(gltf));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Out, Is.Empty);
        Assert.That(run.Error, Does.StartWith("error: ").And.Contain("/scene.gltf: $.nodes[0].mesh: "));
    }

    private string Write(JsonObject gltf)
    {
        string path = Path.Combine(_folder, "scene.gltf");
        File.WriteAllText(path, gltf.ToJsonString());
        return path;
    }
}
