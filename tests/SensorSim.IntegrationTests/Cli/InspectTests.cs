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
        Assert.That(text.Out, Does.Contain("1 mesh, 1 triangle,").And.Match(@"1 +flag +0 +0 +1"));

        JsonNode json = ProgramRun.Of("inspect", path, "--json").Json;
        Assert.That((string)json["instances"]![0]!["name"]!, Is.EqualTo("flag"));
        Assert.That((string)json["materials"]![0]!["name"]!, Is.EqualTo("red"));
        Assert.That((double)json["lights"]![0]!["intensity"]!, Is.EqualTo(12.5));
    }

    [Test]
    public void Bodies_AreListedWithWhoSaysWhat()
    {
        var text = ProgramRun.Of("inspect", "builtin:drop-test", "--physics");
        Assert.That(text.ExitCode, Is.Zero, text.Error);
        Assert.That(text.Out, Does.StartWith("builtin:drop-test: 0 dynamic, 0 kinematic and 10 static bodies").And.Match(@"floor_1 +static +box 5\.2 x 0\.2 x 6\.2 .* g--ee\n"));

        JsonNode json = ProgramRun.Of("inspect", "builtin:drop-test", "--physics", "--json").Json;
        Assert.That((int)json["totals"]!["static"]!, Is.EqualTo(10));
        Assert.That((string)json["bodies"]!.AsArray().Single(body => (string)body!["name"]! == "ball_1")!["from"]!["shape"]!, Is.EqualTo("geometry"));
    }

    [TestCase("--overlay FILE.png", "--overlay, --camera, --device and --set go with --physics", "builtin:drop-test", "--overlay", "a.png")]
    [TestCase("--camera", "--camera and --device go with --overlay", "builtin:drop-test", "--physics", "--camera", "front")]
    [TestCase("--set", "--set changes a scenario", "builtin:drop-test", "--physics", "--set", "physics.backend=ode")]
    [TestCase("a scenario", "mine.yaml is a scenario: inspect it with --physics", "mine.yaml")]
    public void WhatDoesNotGoTogether_IsRefused(string what, string message, params string[] arguments)
    {
        var run = ProgramRun.Of(["inspect", .. arguments]);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, run.Error)), what);
        Assert.That(run.Error, Does.Contain(message));
    }

    [Test]
    public void WhatAScenarioCanName_IsListed()
    {
        string path = Write(Rich());

        string text = ProgramRun.Of("inspect", path).Out;
        Assert.That(text, Does.Match(@"instanced meshes\n +node +name +mesh +copies\n +2 +cans +0 +3\n"));
        Assert.That(text, Does.Match(@"0 +red .* clearcoat, volume\n"));
        Assert.That(text, Does.Match(@"variants\n +index +name\n +0 +old\n +1 +new\n"));
        Assert.That(text, Does.Match(@"0 +wide +perspective, 57\.3° high +door, wide\n"));
        Assert.That(text, Does.Match(@"animations\n +index +name +duration \(s\) +channels\n +0 +wave +2\.5 +1\n"));
    }

    [Test]
    public void WhatHasNoName_GoesByItsNumber_AndOneIsOne()
    {
        JsonObject gltf = Rich();
        gltf["animations"]![0]!.AsObject().Remove("name");

        string text = ProgramRun.Of("inspect", Write(gltf)).Out;
        Assert.That(text, Does.Match(@"\n +0 +0 +2\.5 +1\n"));
        Assert.That(text.Split('\n')[0], Does.Contain("8 nodes, 1 mesh, 4 triangles, 0 textures"));
    }

    [Test]
    public void WhatAScenarioCanName_IsInTheJson()
    {
        JsonNode json = ProgramRun.Of("inspect", Write(Rich()), "--json").Json;

        Assert.That(json["empty_because"], Is.Null);
        Assert.That(json["instanced_meshes"]!.ToJsonString(), Is.EqualTo("""[{"node":2,"name":"cans","mesh":0,"copies":3}]"""));
        Assert.That(json["instances"]!.AsArray().Select(instance => (int?)instance!["copy_of"]), Is.EqualTo(new int?[] { null, 2, 2, 2 }));
        Assert.That(
            json["materials"]![0]!["layers"]!.ToJsonString(),
            Is.EqualTo("""{"clearcoat":{"factor":0.5,"roughness":0.25},"volume":{"thickness_m":0.1,"attenuation_distance_m":null,"attenuation_color":[1,1,1]}}"""));
        Assert.That(json["variants"]!.ToJsonString(), Is.EqualTo("""["old","new"]"""));
        Assert.That(json["cameras"]![0]!["nodes"]!.ToJsonString(), Is.EqualTo("""[{"node":3,"name":"door"},{"node":4,"name":"wide"}]"""));
        Assert.That(json["animations"]!.ToJsonString(), Is.EqualTo("""[{"index":0,"name":"wave","duration_s":2.5,"channels":1}]"""));
        Assert.That(json["keypoint_defects"]!.AsArray(), Is.Empty);
    }

    [TestCase("""{ "keypoint": 7, "keypoints": { "tip": [0, 1] } }""", "nodes[0].extras.keypoint: expected a name", "nodes[0].extras.keypoints.tip: expected three numbers")]
    [TestCase("""{ "keypoints": { "tip": [0, 1, 0] }, "skeleton": [["tip", "foot"]] }""", "nodes[0].extras.skeleton: expected names of keypoints (tip); \"foot\" is none")]
    public void BrokenKeypoints_AreWarnings(string extras, params string[] expected)
    {
        JsonObject gltf = TinyScene.Gltf();
        gltf["nodes"]![0]!["extras"] = JsonNode.Parse(extras);

        var text = ProgramRun.Of("inspect", Write(gltf));
        JsonNode json = ProgramRun.Of("inspect", Write(gltf), "--json").Json;

        Assert.That(text.ExitCode, Is.Zero);
        Assert.That(json["keypoint_defects"]!.AsArray(), Has.Count.EqualTo(expected.Length));
        foreach (string defect in expected)
        {
            Assert.That(text.Error, Does.Contain($"warning: keypoints: {defect}"));
            Assert.That(json["keypoint_defects"]!.AsArray().Select(found => (string)found!), Has.Some.StartsWith(defect));
        }
    }

    [TestCase("""{ "scenes": [ { "nodes": [1] } ] }""", "The scene is empty: none of the nodes with a mesh is in the default scene and visible.")]
    [TestCase("""{ "nodes": [ {}, {} ] }""", "The scene is empty: no node shows one of the meshes.")]
    [TestCase("""{ "nodes": [ {}, {} ], "meshes": null }""", "The scene is empty: the file has no mesh.")]
    public void EmptyScene_IsSaidToBe(string changes, string sentence)
    {
        JsonObject gltf = TinyScene.Gltf();
        foreach ((string key, JsonNode? value) in JsonNode.Parse(changes)!.AsObject())
        {
            gltf.Remove(key);
            if (value is not null) gltf[key] = value.DeepClone();
        }

        Assert.That(ProgramRun.Of("inspect", Write(gltf)).Out, Does.Contain($"\n{sentence}\n"));
        Assert.That((string)ProgramRun.Of("inspect", Write(gltf), "--json").Json["empty_because"]!, Is.EqualTo(sentence));
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

    // Times and places of animation and copies lie in a buffer of their own: 0 and 2.5 s, then three places of which the animation has two.
    private static JsonObject Rich()
    {
        JsonObject gltf = TinyScene.Gltf();
        string numbers = Convert.ToBase64String([.. new float[] { 0, 2.5f, 0, 0, 0, 2, 0, 0, 4, 0, 0 }.SelectMany(BitConverter.GetBytes)]);
        Append(gltf, "buffers", $$"""{ "byteLength": 44, "uri": "data:application/octet-stream;base64,{{numbers}}" }""");
        Append(gltf, "bufferViews", """{ "buffer": 1, "byteLength": 44 }""");
        Append(gltf, "accessors", """{ "bufferView": 1, "componentType": 5126, "count": 2, "type": "SCALAR", "min": [0], "max": [2.5] }""");
        Append(gltf, "accessors", """{ "bufferView": 1, "byteOffset": 8, "componentType": 5126, "count": 2, "type": "VEC3" }""");
        Append(gltf, "accessors", """{ "bufferView": 1, "byteOffset": 8, "componentType": 5126, "count": 3, "type": "VEC3" }""");
        Append(gltf, "nodes", """{ "name": "cans", "mesh": 0, "extensions": { "EXT_mesh_gpu_instancing": { "attributes": { "TRANSLATION": 3 } } } }""");
        Append(gltf, "nodes", """{ "name": "door", "camera": 0 }""");
        Append(gltf, "nodes", """{ "camera": 0 }""");
        gltf["scenes"]![0]!["nodes"] = new JsonArray(0, 1, 2, 3, 4);
        gltf["cameras"] = JsonNode.Parse("""[ { "name": "wide", "type": "perspective", "perspective": { "yfov": 1, "znear": 0.1 } } ]""");
        gltf["animations"] = JsonNode.Parse(
            """[ { "name": "wave", "channels": [ { "sampler": 0, "target": { "node": 0, "path": "translation" } } ], "samplers": [ { "input": 1, "output": 2 } ] } ]""");
        gltf["extensions"]!["KHR_materials_variants"] = JsonNode.Parse("""{ "variants": [ { "name": "old" }, { "name": "new" } ] }""");
        gltf["materials"]![0]!["extensions"] = JsonNode.Parse("""
            {
              "KHR_materials_clearcoat": { "clearcoatFactor": 0.5, "clearcoatRoughnessFactor": 0.25 },
              "KHR_materials_volume": { "thicknessFactor": 0.1 }
            }
            """);
        return gltf;
    }

    private static void Append(JsonObject gltf, string array, string json)
    {
        if (gltf[array] is null) gltf[array] = new JsonArray();
        gltf[array]!.AsArray().Add(JsonNode.Parse(json));
    }

    private string Write(JsonObject gltf)
    {
        string path = Path.Combine(_folder, "scene.gltf");
        File.WriteAllText(path, gltf.ToJsonString());
        return path;
    }
}
