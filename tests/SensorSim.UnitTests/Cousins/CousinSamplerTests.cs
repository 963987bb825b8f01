using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins;

[TestFixture]
public sealed class CousinSamplerTests
{
    private const string Everything = """
        environment: { hdr: "builtin:studio", intensity: 2, rotation_deg: 10 }
        lights: [ { match: "*_2", flicker: { modulation: 0.5 } } ]
        cousins:
          vary:
            lights.ceiling_*.intensity: { log_uniform: [0.1, 1] }
            lights.ceiling_1.color_temperature_k: { uniform: [2500, 6500] }
            materials.cardboard.swap: [cardboard, plastic]
            materials.*.color: ["#c8a060", "#204080"]
            materials.*.color_scale: { uniform: [0.5, 1] }
            materials.plastic.roughness: { truncated_normal: [0.5, 0.2, 0, 1] }
            materials.plastic.metallic: [0, 1]
            objects.box_*.yaw_deg: { normal: [0, 10] }
            objects.box_*.offset_x_m: { uniform: [-0.1, 0.1] }
            objects.can.001.offset_z_m: [-1, 0.25]
            environment.intensity: { uniform: [0.5, 1] }
            environment.rotation_deg: { uniform: [0, 360] }
            parameters.shift: [day, night]
        """;

    [Test]
    public void Each_Matched_Thing_Gets_A_Draw_Of_Its_Own()
    {
        SceneInstance cousin = Sampler(Everything).Sample(0);

        Assert.That(cousin.Draws.Keys.Take(3), Is.EqualTo(new[] { "lights.ceiling_1.intensity", "lights.ceiling_2.intensity", "lights.ceiling_1.color_temperature_k" }));
        Assert.That(cousin.Draws, Has.Count.EqualTo(18));
        Assert.That(Number(cousin, "lights.ceiling_1.intensity"), Is.Not.EqualTo(Number(cousin, "lights.ceiling_2.intensity")));
        Assert.That(cousin.Draws.Keys, Does.Contain("objects.can.001.offset_z_m"));
    }

    [Test]
    public void A_Sample_By_Itself_Equals_The_Same_Sample_Of_A_Sweep()
    {
        CousinSampler sweep = Sampler(Everything);
        SceneInstance[] all = [.. Enumerable.Range(0, 10).Select(i => sweep.Sample(i))];

        SceneInstance alone = Sampler(Everything).Sample(7);

        Assert.That(Json(alone), Is.EqualTo(Json(all[7])));
        Assert.That(alone.NodeToWorld, Is.EqualTo(all[7].NodeToWorld));
        Assert.That(all.Select(Json).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(10));
    }

    [Test]
    public void A_Failed_Lamp_Is_Dark_Whatever_Its_Intensity()
    {
        CousinSampler sampler = Sampler("cousins: { vary: { lights.ceiling_1.failed: [true, false], \"lights.*.intensity\": 3 } }");
        SceneInstance[] cousins = [.. Enumerable.Range(0, 20).Select(i => sampler.Sample(i))];

        Assert.That(cousins.Select(cousin => cousin.Lamps.Single(lamp => lamp.Name == "ceiling_1").Light.Intensity).Distinct(), Is.EquivalentTo(new[] { 0.0, 300.0 }));
        Assert.That(cousins.Select(cousin => cousin.Lamps.Single(lamp => lamp.Name == "ceiling_2").Light.Intensity), Has.All.EqualTo(300));
        Assert.That(ScenarioText.Errors(ScenarioText.With("cousins: { vary: { lights.ceiling_1.failed: [1, true] } }")), Has.One.Contains("expected true or false, or a list of both"));
    }

    [Test]
    public void A_New_Draw_Changes_No_Other()
    {
        const string before = "cousins: { vary: { \"lights.*.intensity\": { uniform: [0, 1] } } }";
        const string after = "cousins: { vary: { \"objects.*.yaw_deg\": { uniform: [0, 1] }, \"lights.*.intensity\": { uniform: [0, 1] } } }";

        SceneInstance a = Sampler(before).Sample(3), b = Sampler(after).Sample(3);

        Assert.That(b.Lamps.Select(l => l.Light.Intensity), Is.EqualTo(a.Lamps.Select(l => l.Light.Intensity)));
    }

    [Test]
    public void The_Seed_Changes_Every_Draw()
    {
        const string text = "cousins: { vary: { \"lights.*.intensity\": { uniform: [0, 1] } } }";

        Assert.That(Json(Sampler(text, seed: 1).Sample(0)), Is.Not.EqualTo(Json(Sampler(text, seed: 2).Sample(0))));
    }

    [Test]
    public void Recorded_Draws_Alone_Rebuild_The_Cousin()
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With(Everything));
        CousinSampler sampler = Sampler(Everything);
        for (int i = 0; i < 20; i++)
        {
            SceneInstance cousin = sampler.Sample(i);
            JsonObject recorded = JsonNode.Parse(Json(cousin))!.AsObject();

            SceneInstance again = new CousinAssembly(SmallScene.Create(), scenario.Environment, sampler.Waveforms)
                .Apply(i, recorded.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal));

            Assert.That(again.NodeToWorld, Is.EqualTo(cousin.NodeToWorld));
            Assert.That(again.Materials, Is.EqualTo(cousin.Materials));
            Assert.That(again.Lamps, Is.EqualTo(cousin.Lamps));
            Assert.That(again.Environment, Is.EqualTo(cousin.Environment));
            Assert.That(Json(again), Is.EqualTo(Json(cousin)));
        }
    }

    [Test]
    public void Without_Draws_The_Cousin_Is_The_Twin()
    {
        Scene twin = SmallScene.Create();

        SceneInstance cousin = Sampler("").Sample(0);

        Assert.That(cousin.Materials, Is.EqualTo(twin.Materials));
        Assert.That(cousin.Lamps.Select(l => (l.Name, l.Node, l.Light.Intensity, l.Waveform)), Is.EqualTo(new (string, int, double, PluginUse?)[]
        {
            ("ceiling_1", 4, 100, null), ("ceiling_2", 5, 100, null),
        }));
        Assert.That(cousin.NodeToWorld, Is.EqualTo(twin.WorldTransforms([.. twin.Nodes.Select(n => n.LocalTransform)])));
    }

    [Test]
    public void Lamps_Are_Dimmed_And_Flicker()
    {
        SceneInstance cousin = Sampler("""
            lights: [ { match: "*_2", flicker: { modulation: 0.5 } }, { match: "*_1", flicker: { use: light.pwm, enabled: false } } ]
            cousins: { vary: { lights.ceiling_1.intensity: 0.25 } }
            """).Sample(0);

        Assert.That(cousin.Lamps.Select(l => l.Light.Intensity), Is.EqualTo(new[] { 25.0, 100 }));
        Assert.That(cousin.Lamps.Select(l => l.Waveform?.Use), Is.EqualTo(new[] { null, "light.mains" }));
    }

    [Test]
    public void A_Warmer_Lamp_Keeps_Its_Luminous_Intensity()
    {
        Light light = Sampler("cousins: { vary: { lights.ceiling_1.color_temperature_k: 2700 } }").Sample(0).Lamps[0].Light;

        Assert.That(light.Color.X, Is.EqualTo(1));
        Assert.That(light.Color.X, Is.GreaterThan(light.Color.Y).And.GreaterThan(light.Color.Z));
        double luminance = (0.2126 * light.Color.X) + (0.7152 * light.Color.Y) + (0.0722 * light.Color.Z);
        Assert.That(light.Intensity * luminance, Is.EqualTo(100).Within(1e-4));
    }

    [Test]
    public void Daylight_Is_Nearly_White()
    {
        // CIE daylight near 6500 K is the white of Rec. 709; the black body is a little off it.
        Light light = Sampler("cousins: { vary: { lights.ceiling_1.color_temperature_k: 6504 } }").Sample(0).Lamps[0].Light;

        Assert.That(light.Color.Y, Is.EqualTo(1).Within(0.06));
        Assert.That(light.Color.Z, Is.EqualTo(1).Within(0.06));
    }

    [Test]
    public void Materials_Are_Swapped_First_And_Changed_Then()
    {
        IReadOnlyList<Material> materials = Sampler("""
            cousins:
              vary:
                materials.cardboard.color_scale: 0.5
                materials.cardboard.roughness: 0.1
                materials.cardboard.swap: [plastic]
                materials.plastic.color: ["#ff0000"]
                materials.plastic.metallic: 1
            """).Sample(0).Materials;

        Assert.That(materials[0].Name, Is.EqualTo("plastic"));
        Assert.That(materials[0].BaseColor, Is.EqualTo(new System.Numerics.Vector4(0, 0, 0.5f, 0.5f)));
        Assert.That(materials[0].Roughness, Is.EqualTo(0.1f));
        Assert.That(materials[0].Metallic, Is.Zero);
        Assert.That(materials[1].BaseColor, Is.EqualTo(new System.Numerics.Vector4(1, 0, 0, 0.5f)));
        Assert.That(materials[1].Metallic, Is.EqualTo(1));
    }

    [Test]
    public void An_Object_Turns_About_Its_Own_Origin_And_Shifts_Along_World_Axes()
    {
        SceneInstance cousin = Sampler("""
            cousins: { vary: { objects.box_1.yaw_deg: 90, objects.box_1.offset_x_m: 0.5, objects.box_2.offset_y_m: 2, objects.box_2.offset_z_m: -1 } }
            """).Sample(0);

        // box_1 is 1 m along the table's x axis, which points to -z: its origin is (2, 1, -1); 90° + 90° turn x to -x.
        Matrix4x4d box = cousin.NodeToWorld[1];
        AssertNear(box.Translation, new(2.5, 1, -1));
        AssertNear(box.ColumnX, new(-1, 0, 0));
        AssertNear(box.ColumnY, new(0, 1, 0));
        AssertNear(cousin.NodeToWorld[2].Translation, new(0, 2, 4));
        AssertNear(cousin.NodeToWorld[0].Translation, new(2, 1, 0));
    }

    [Test]
    public void A_Child_Follows_Its_Parent()
    {
        SceneInstance cousin = Sampler("cousins: { vary: { objects.table.yaw_deg: 90, objects.table.offset_x_m: 1 } }").Sample(0);

        AssertNear(cousin.NodeToWorld[0].Translation, new(3, 1, 0));
        AssertNear(cousin.NodeToWorld[1].Translation, new(2, 1, 0));
    }

    [Test]
    public void The_Environment_Varies()
    {
        SceneInstance cousin = Sampler("""
            environment: { hdr: a.hdr, intensity: 3, rotation_deg: 30 }
            cousins: { vary: { environment.intensity: 0.5, environment.rotation_deg: 15 } }
            """).Sample(0);

        Assert.That(cousin.Environment, Is.EqualTo(new EnvironmentLight("a.hdr", 1.5, 45)));
    }

    [Test]
    public void The_Size_Of_A_Lamp_Is_The_Rules_And_Varies()
    {
        SceneInstance cousin = Sampler("""
            lights: [ { match: "ceiling_*", radius_m: 0.1 } ]
            emissive_lights: true
            cousins: { vary: { lights.ceiling_2.radius_m: 0.3, lights.ceiling_2.angular_diameter_deg: 2 } }
            """).Sample(0);

        Assert.That(cousin.Lamps.Select(lamp => (lamp.Light.RadiusMetres, lamp.Light.AngularDiameterDegrees)), Is.EqualTo(new[] { (0.1, 0.0), (0.3, 2.0) }));
        Assert.That(cousin.EmissiveLights, Is.True);
    }

    [Test]
    public void Draws_Of_Others_Are_Carried_Along()
    {
        var draws = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["exposure.scale"] = 2.0, ["parameters.shift"] = "day" };

        SceneInstance cousin = new CousinAssembly(SmallScene.Create(), EnvironmentLight.None, NoWaveforms).Apply(5, draws);

        Assert.That(cousin.Draws, Is.SameAs(draws));
        Assert.That(cousin.Sample, Is.EqualTo(5));
    }

    [TestCase("lights.ceiling_9.intensity", "1", "names nothing in this scene")]
    [TestCase("lights.ceiling_1.hue", "1", "names nothing in this scene")]
    [TestCase("lights.ceiling_1.intensity", "\"bright\"", "is not a number")]
    [TestCase("lights.ceiling_1.intensity", "null", "has no value")]
    [TestCase("materials.plastic.color", "3", "is not a colour")]
    [TestCase("materials.plastic.swap", "\"wood\"", "has no material \"wood\"")]
    public void A_Draw_That_Does_Not_Fit_The_Scene_Is_Refused(string name, string value, string message)
    {
        var draws = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { [name] = JsonNode.Parse(value) };
        var assembly = new CousinAssembly(SmallScene.Create(), EnvironmentLight.None, NoWaveforms);

        Assert.That(() => assembly.Apply(0, draws), Throws.ArgumentException.With.Message.Contains(message));
    }

    private static Dictionary<string, PluginUse> NoWaveforms => new(StringComparer.Ordinal);

    private static CousinSampler Sampler(string rest, ulong seed = 7) =>
        new(ScenarioText.Valid(ScenarioText.With(rest)), SmallScene.Create(), seed);

    private static double Number(SceneInstance cousin, string draw) => cousin.Draws[draw]!.GetValue<double>();

    private static string Json(SceneInstance cousin) =>
        new JsonObject(cousin.Draws.Select(d => KeyValuePair.Create(d.Key, d.Value?.DeepClone()))).ToJsonString();

    private static void AssertNear(Vector3d actual, Vector3d expected) => Assert.That((actual - expected).Length, Is.LessThan(1e-12), $"{actual}");
}
