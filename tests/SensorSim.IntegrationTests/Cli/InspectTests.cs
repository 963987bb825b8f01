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
        string path = Write(Triangle());

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
        JsonObject gltf = Triangle();
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
        JsonObject gltf = Triangle();
        gltf["nodes"]![0]!["mesh"] = 7;

        var run = ProgramRun.Of("inspect", Write(gltf));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Out, Is.Empty);
        Assert.That(run.Error, Does.StartWith("error: scene.gltf: $.nodes[0].mesh: "));
    }

    private static JsonObject Triangle()
    {
        byte[] positions = [.. new float[] { 0, 0, 0, 1, 0, 0, 0, 1, 0 }.SelectMany(BitConverter.GetBytes)];
        return JsonNode.Parse($$"""
            {
              "asset": { "version": "2.0" }, "extensionsUsed": ["KHR_lights_punctual"],
              "extensions": { "KHR_lights_punctual": { "lights": [ { "type": "point", "intensity": 12.5 } ] } },
              "scene": 0, "scenes": [ { "nodes": [0, 1] } ],
              "nodes": [ { "name": "flag", "mesh": 0 }, { "extensions": { "KHR_lights_punctual": { "light": 0 } } } ],
              "meshes": [ { "primitives": [ { "attributes": { "POSITION": 0 }, "material": 0 } ] } ],
              "materials": [ { "name": "red", "pbrMetallicRoughness": { "baseColorFactor": [1, 0, 0, 1] } } ],
              "accessors": [ { "bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3", "min": [0, 0, 0], "max": [1, 1, 0] } ],
              "bufferViews": [ { "buffer": 0, "byteLength": 36 } ],
              "buffers": [ { "byteLength": 36, "uri": "data:application/octet-stream;base64,{{Convert.ToBase64String(positions)}}" } ]
            }
            """)!.AsObject();
    }

    private string Write(JsonObject gltf)
    {
        string path = Path.Combine(_folder, "scene.gltf");
        File.WriteAllText(path, gltf.ToJsonString());
        return path;
    }
}
