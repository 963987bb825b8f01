using System.Text.Json.Nodes;
using SensorSim.Hosting.Runs;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.UnitTests.Runs;

/// <summary>What a record says of its scene, read back without believing any of it.</summary>
public class SceneProvenanceTests
{
    private static readonly SceneProvenance s_scene = new(
        "aisle.glb",
        new("sky.hdr", 2, 30),
        new Dictionary<string, PluginUse>(StringComparer.Ordinal) { ["lamp"] = new("light.mains", new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["hz"] = 50 }) },
        4,
        8,
        CameraOutput.Raw);

    [Test]
    public void WhatIsWrittenIsReadBack() =>
        Assert.That(SceneProvenance.FromJson(s_scene.ToJson()).ToJson().ToJsonString(), Is.EqualTo(s_scene.ToJson().ToJsonString()));

    [TestCase("msaa", "3", "'provenance.render.msaa' should be 1 or 4, not 3.")]
    [TestCase("msaa", "\"4\"", "'provenance.render.msaa' should be an integer of at most 2^53 - 1, not \"4\".")]
    [TestCase("category_bits", "9", "'provenance.render.category_bits' should be 8 or 16, not 9.")]
    [TestCase("output", "\"none\"", "'provenance.render.output' should be one of raw, display, not \"none\".")]
    [TestCase("environment", "{\"intensity\":-1,\"rotation_deg\":0}", "'provenance.render.environment.intensity' should be a number of at least 0, not -1.")]
    [TestCase("environment", "null", "'provenance.render.environment' should be an object, not null.")]
    [TestCase("waveforms", "{\"lamp\":{\"parameters\":{}}}", "'provenance.render.waveforms.lamp.use' is missing.")]
    public void AnythingElseIsNamedByItsPath(string key, string value, string expected)
    {
        JsonObject json = s_scene.ToJson();
        json[key] = JsonNode.Parse(value);

        Assert.That(() => SceneProvenance.FromJson(json), Throws.TypeOf<FormatException>().With.Message.EqualTo(expected));
    }
}
