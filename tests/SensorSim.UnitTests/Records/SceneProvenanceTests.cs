using System.Text.Json.Nodes;
using SensorSim.Hosting.Records;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Cameras;

namespace SensorSim.UnitTests.Records;

/// <summary>What a record says of its scene, read back without believing any of it.</summary>
public class SceneProvenanceTests
{
    private static readonly SceneProvenance s_scene = new(
        "aisle.glb",
        new("sky.hdr", 2, 30) { AmbientOcclusion = new(0.4) },
        new Dictionary<string, PluginUse>(StringComparer.Ordinal) { ["lamp"] = new("light.mains", new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["hz"] = 50 }) },
        4,
        8,
        CameraOutput.Raw)
    {
        Sizes = new Dictionary<string, LightSize>(StringComparer.Ordinal) { ["sun"] = new(0.53, null), ["bulb"] = new(null, 0.03) },
        EmissiveLights = true,
    };

    [Test]
    public void WhatIsWrittenIsReadBack() =>
        Assert.That(SceneProvenance.FromJson(s_scene.ToJson()).ToJson().ToJsonString(), Is.EqualTo(s_scene.ToJson().ToJsonString()));

    [Test]
    public void RecordsOfEarlierVersions_HaveNeitherSizesNorOcclusion()
    {
        JsonObject json = s_scene.ToJson();
        json.Remove("light_sizes");
        json.Remove("emissive_lights");
        json["environment"]!.AsObject().Remove("ambient_occlusion_m");

        SceneProvenance back = SceneProvenance.FromJson(json);

        Assert.That((back.Sizes.Count, back.EmissiveLights, back.Environment.AmbientOcclusion), Is.EqualTo((0, false, (AmbientOcclusion?)null)));
    }

    [TestCase("light_sizes", "{\"sun\":{\"angular_diameter_deg\":91}}", "'provenance.render.light_sizes.sun.angular_diameter_deg' should be an angle from 0 to 90, not 91.")]
    [TestCase("light_sizes", "{\"sun\":{\"radius_m\":-1}}", "'provenance.render.light_sizes.sun.radius_m' should be a number of at least 0, not -1.")]
    [TestCase("environment", "{\"intensity\":1,\"rotation_deg\":0,\"ambient_occlusion_m\":0}", "'provenance.render.environment.ambient_occlusion_m' should be a number above 0, not 0.")]
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
