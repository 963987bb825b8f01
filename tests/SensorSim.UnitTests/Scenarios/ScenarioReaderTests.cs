using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Lights;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.UnitTests.Scenarios;

[TestFixture]
public sealed class ScenarioReaderTests
{
    private const string Full = """
        schema_version: 1
        scenario: aisle-flicker
        version: 1.2.0
        intent:
          failure_mode: dim light
          intended_use: [evaluate]
          artifact_risk: none known
          real_probe: 200 frames
          discard_if: mAP falls
        scene: scenes/aisle.glb
        environment: { hdr: hdri/hall.hdr, intensity: 2.5, rotation_deg: -90, ambient_occlusion: { radius_m: 0.3 } }
        emissive_lights: true
        categories: { from: extras.class, default: none, names: [shelf, box] }
        cameras:
          - { name: front, width: 1280, height: 720, hfov_deg: 69, pose: { from: [0, 1.4, 3], look_at: [0, 1, 0] },
              exposure: { f_number: 2, time_s: 0.004, iso: 200, row_time_s: 1.89e-5 },
              sensor: [ { use: camera.blur, sigma_px: 0.8 }, { use: camera.noise, profile: imx477, enabled: false } ], output: raw }
          - { name: side, width: 64, height: 48, pose: side_camera }
        lights:
          - { match: "ceiling*", flicker: { mains_hz: 50, modulation: 0.8 } }
          - { match: lamp, flicker: { use: light.pwm, duty: 0.1 } }
          - { match: steady }
          - { match: sun, angular_diameter_deg: 0.53 }
          - { match: bulb, radius_m: 0.05, flicker: { mains_hz: 60 } }
        episode: { duration_s: 0.5, frame_rate_hz: 20 }
        cousins: { count: 500, seed: 7, strategy: independent,
          vary: { "materials.box*.swap": [cardboard, plastic], "lights.*.intensity": { log_uniform: [0.1, 1], bins: 4 },
                  "parameters.shift": [day, night], "objects.box.001.yaw_deg": 5 } }
        labels: [rgb, depth, semantic]
        """;

    [Test]
    public void Everything_In_The_Format_Is_Read()
    {
        Scenario s = ScenarioText.Valid(Full);

        Assert.That(s.Id, Is.EqualTo("aisle-flicker"));
        Assert.That(s.Version, Is.EqualTo("1.2.0"));
        Assert.That(s.Intent!.FailureMode, Is.EqualTo("dim light"));
        Assert.That(s.Intent.IntendedUse, Is.EqualTo(new[] { "evaluate" }));
        Assert.That(s.Scene, Is.EqualTo("scenes/aisle.glb"));
        Assert.That(s.Environment, Is.EqualTo(new EnvironmentLight("hdri/hall.hdr", 2.5, -90) { AmbientOcclusion = new(0.3) }));
        Assert.That(s.EmissiveLights, Is.True);
        Assert.That(s.Lights.Select(rule => rule.Size), Is.EqualTo(new[] { null, null, null, new LightSize(0.53, null), new(null, 0.05) }));
        Assert.That(s.Categories.ExtrasKey, Is.EqualTo("class"));
        Assert.That(s.Categories.NodeNameFallback, Is.False);
        Assert.That(s.Categories.Names, Is.EqualTo(new[] { "shelf", "box" }));
        Assert.That(s.Labels, Is.EqualTo(LabelSet.Rgb | LabelSet.Depth | LabelSet.Semantic));
        Assert.That(s.Episode, Is.EqualTo(new EpisodeSettings(10, 20)));
        Assert.That(s.Sha256, Is.EqualTo(Sha256(Full)));
    }

    [Test]
    public void Cameras_Keep_Their_Optics_And_Chain()
    {
        IReadOnlyList<CameraSettings> cameras = ScenarioText.Valid(Full).Cameras;

        CameraSettings front = cameras[0];
        Assert.That((front.Name, front.Width, front.Height, front.HorizontalFieldOfViewDegrees), Is.EqualTo(("front", 1280, 720, 69.0)));
        Assert.That(front.Pose, Is.InstanceOf<CameraPose.LookAt>());
        var pose = (CameraPose.LookAt)front.Pose;
        Assert.That((pose.From, pose.Target), Is.EqualTo((new Vector3d(0, 1.4, 3), new Vector3d(0, 1, 0))));
        Assert.That(front.Exposure, Is.EqualTo(new ExposureSettings(2, 0.004, 200, 1.89e-5)));
        Assert.That(front.Output, Is.EqualTo(CameraOutput.Raw));
        Assert.That(front.Sensor.Select(u => (u.Use, u.Enabled)), Is.EqualTo(new[] { ("camera.blur", true), ("camera.noise", false) }));
        Assert.That(front.Sensor[0].Parameters["sigma_px"]!.GetValue<double>(), Is.EqualTo(0.8));
        Assert.That(front.Sensor[1].Parameters["profile"]!.GetValue<string>(), Is.EqualTo("imx477"));
        Assert.That(front.Sensor[0].Source, Is.EqualTo("aisle.yaml:17:24"));
        Assert.That(((CameraPose.AtNode)cameras[1].Pose).Node, Is.EqualTo("side_camera"));
        Assert.That(cameras[1].Exposure, Is.Null);
    }

    [Test]
    public void Flicker_Without_A_Plugin_Is_Mains()
    {
        ScenarioReading reading = ScenarioText.Read(Full);
        IReadOnlyList<LightRule> lights = reading.Scenario!.Lights;

        Assert.That(lights.Select(l => l.Flicker?.Use), Is.EqualTo(new[] { "light.mains", "light.pwm", null, null, "light.mains" }));
        Assert.That(lights[0].Flicker!.Parameters["mains_hz"]!.GetValue<long>(), Is.EqualTo(50));
        LocatedPluginUse located = reading.PluginUses[2];
        Assert.That(located.Error("modulation", "is wrong").ToString(), Is.EqualTo("aisle.yaml:20:63: lights[0].flicker.modulation: is wrong"));
    }

    [Test]
    public void Cousins_Keep_Keys_In_Order()
    {
        CousinSettings cousins = ScenarioText.Valid(Full).Cousins;

        Assert.That((cousins.Count, cousins.Seed), Is.EqualTo((500L, 7UL)));
        Assert.That(
            cousins.Vary.Select(v => v.Key),
            Is.EqualTo(new[] { "materials.box*.swap", "lights.*.intensity", "parameters.shift", "objects.box.001.yaw_deg" }));
        Assert.That(cousins.Vary[1].Distribution, Is.EqualTo(new LogUniformDistribution(0.1, 1)));
        var choice = (ChoiceDistribution)cousins.Vary[0].Distribution;
        Assert.That(choice.Values.Select(v => v.GetValue<string>()), Is.EqualTo(new[] { "cardboard", "plastic" }));
    }

    [Test]
    public void What_Is_Left_Out_Has_Defaults()
    {
        Scenario s = ScenarioText.Valid(ScenarioText.With(""));

        Assert.That(s.Environment, Is.EqualTo(EnvironmentLight.None));
        Assert.That(s.Categories, Is.SameAs(CategoryRules.Default));
        Assert.That(s.Cousins with { Vary = CousinSettings.One.Vary }, Is.EqualTo(CousinSettings.One));
        Assert.That(s.Episode, Is.EqualTo(new EpisodeSettings(1, 30)));
        Assert.That(s.Labels, Is.EqualTo(LabelSet.Default));
        Assert.That(s.Cameras[0].Output, Is.EqualTo(CameraOutput.Display));
    }

    [Test]
    public void Anchors_And_Aliases_Are_Followed()
    {
        Scenario s = ScenarioText.Valid(
            $"scenario: aisle\nversion: 1.0.0\nscene: aisle.glb\n{ScenarioText.Intent}\ncameras:\n"
            + "  - { name: a, width: 8, height: 8, pose: here, exposure: &e { f_number: 2, time_s: 0.1 } }\n"
            + "  - { name: b, width: 8, height: 8, pose: there, exposure: *e }\n");

        Assert.That(s.Cameras[1].Exposure, Is.EqualTo(new ExposureSettings(2, 0.1, 100, 0)));
    }

    [Test]
    public void Paths_Are_Relative_To_The_Scenario()
    {
        Scenario s = ScenarioText.Valid(ScenarioText.With("")) with { File = Path.Combine("scenarios", "a.yaml") };

        Assert.That(s.Resolve("x.glb"), Is.EqualTo(Path.Combine("scenarios", "x.glb")));
        Assert.That(s.Resolve("builtin:x"), Is.EqualTo("builtin:x"));
    }

    [Test]
    public void Choices_Keep_Their_Kind()
    {
        Scenario s = ScenarioText.Valid(ScenarioText.With("cousins: { vary: { parameters.p: [1, 1.5, \"2\", true, day] } }"));

        var choice = (ChoiceDistribution)s.Cousins.Vary[0].Distribution;
        Assert.That(new JsonArray([.. choice.Values]).ToJsonString(), Is.EqualTo("""[1,1.5,"2",true,"day"]"""));
    }

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
