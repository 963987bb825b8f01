using SensorSim.Cameras;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Gltf;

namespace SensorSim.UnitTests.Runs;

/// <summary>What samples draw of cameras: each has its own exposure, focus, field of view and parameters of lens and sensor, and what does not fit is an error of the scenario.</summary>
public sealed class CameraDrawTests
{
    private const string Camera = """
        cameras:
          - name: front
            width: 64
            height: 48
            hfov_deg: 60
            pose: { from: [0, 1, 3], look_at: [0, 1, 0] }
            exposure: { f_number: 2, time_s: 0.004 }
            focus: { distance_m: 2, focal_length_mm: 35 }
            sensor: [ { use: lens.brown-conrady }, { use: camera.blur }, { use: camera.noise } ]
          - { name: side, width: 32, height: 32, hfov_deg: 60, pose: { from: [3, 1, 0], look_at: [0, 1, 0] } }
        """;

    private static readonly PluginCatalog s_catalog = SensorBench.Catalog;

    private string _folder = "";

    [OneTimeSetUp]
    public void WriteScene()
    {
        _folder = Directory.CreateTempSubdirectory("sensorsim-draws-").FullName;
        File.WriteAllBytes(Path.Combine(_folder, "scene.glb"), TestGltf.Triangle().Glb());
    }

    [OneTimeTearDown]
    public void DeleteScene() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void ASampleHasACameraOfItsOwn()
    {
        RunPlan plan = Plan("""
            "cameras.front.exposure.time_s": [0.25]
            "cameras.front.exposure.iso": [800]
            "cameras.front.exposure.f_number": [4]
            "cameras.front.exposure.row_time_s": [1.0e-5]
            "cameras.front.focus.distance_m": [5]
            "cameras.*.hfov_deg": { uniform: [40, 50] }
            "cameras.front.sensor.camera.noise.temperature_c": [60]
            "cameras.front.sensor.lens.brown-conrady.k1": { uniform: [-0.1, -0.05] }
            """);
        CameraPlan drawn = plan.CamerasOf(plan.Cousins.Sample(3))[0];
        Assert.That(drawn.Settings.Exposure, Is.EqualTo(new ExposureSettings(4, 0.25, 800, 1e-5)));
        Assert.That(drawn.Settings.Focus, Is.EqualTo(new FocusSettings(5, 35)));
        Assert.That(drawn.Settings.HorizontalFieldOfViewDegrees, Is.InRange(40, 50));
        Assert.That(Parameter(drawn, "camera.noise", "temperature_c"), Is.EqualTo(60));
        Assert.That(((LensProjection)drawn.Projection).Distortion["k1"], Is.InRange(-0.1, -0.05));
        Assert.That(Parameter(plan.Cameras[0], "camera.noise", "temperature_c"), Is.EqualTo(25), "the plan's own stays");
        Assert.That(plan.CamerasOf(plan.Cousins.Sample(4))[0].Projection, Is.Not.EqualTo(drawn.Projection));
        Assert.That(plan.CamerasOf(plan.Cousins.Sample(3))[0].Projection, Is.EqualTo(drawn.Projection));
        Assert.That(plan.CamerasOf(plan.Cousins.Sample(3))[1].Settings.HorizontalFieldOfViewDegrees, Is.Not.EqualTo(drawn.Settings.HorizontalFieldOfViewDegrees));
    }

    [Test]
    public void ACameraThatDrawsNothing_IsThePlans()
    {
        RunPlan plan = Plan("\"cameras.front.hfov_deg\": [40]");
        Assert.That(plan.CamerasOf(plan.Cousins.Sample(0))[1], Is.SameAs(plan.Cameras[1]));
        Assert.That(plan.CamerasOf(plan.Cousins.Sample(0))[0].Chain, Is.SameAs(plan.Cameras[0].Chain), "a chain of which nothing is drawn is not built again");
    }

    [Test]
    public void TheDrawsStandInTheRecordByTheirNames() =>
        Assert.That(Plan("\"cameras.*.hfov_deg\": { uniform: [40, 50] }").Cousins.Sample(0).Draws.Keys, Is.EqualTo(new[] { "cameras.front.hfov_deg", "cameras.side.hfov_deg" }));

    // Off, on; and nothing that a number other than zero could change.
    [TestCase("\"cameras.front.sensor.camera.noise.shot_noise\": [true, false]", 2)]
    [TestCase("\"cameras.front.sensor.camera.noise.read_noise_electrons\": [0, 1, 2]", 2)]
    [TestCase("\"cameras.front.sensor.camera.noise.read_noise_electrons\": { uniform: [0, 5] }", 2)]
    [TestCase("\"cameras.front.sensor.camera.noise.temperature_c\": { uniform: [-10, 50] }", 2)]
    [TestCase("\"cameras.front.sensor.camera.noise.temperature_c\": { uniform: [10, 50] }", 1)]
    [TestCase("\"cameras.front.sensor.camera.noise.temperature_c\": { uniform: [-10, 50] }\n\"cameras.front.sensor.camera.noise.shot_noise\": [true, false]", 4)]
    public void EveryStructureThatASampleMayTake_IsKnownBeforeTheRun(string vary, int structures)
    {
        RunPlan plan = Plan(vary);
        string[] known = [.. plan.Cameras[0].Structures.Select(chain => chain.Structure)];
        Assert.That(known, Has.Length.EqualTo(structures).And.Unique);
        for (int i = 0; i < 30; i++)
        {
            Assert.That(known, Does.Contain(plan.CamerasOf(plan.Cousins.Sample(i))[0].Chain.Structure));
        }
    }

    [TestCase("\"cameras.frnt.hfov_deg\": [50]", "no camera of the scenario matches 'frnt'; expected one of front, side; did you mean 'front'?; example: \"cameras.front.hfov_deg\": { uniform: [50, 70] }")]
    [TestCase("\"cameras.side.exposure.iso\": [100]", "the camera 'side' exposes automatically; expected an exposure block, which the draw changes; example: exposure: { f_number: 2.8, time_s: 0.004 }")]
    [TestCase("\"cameras.side.focus.distance_m\": [1]", "everything is sharp for the camera 'side'; expected a focus block")]
    [TestCase("\"cameras.front.focus.distance_m\": { uniform: [0.02, 1] }", "a draw could be within the focal length of the camera 'front'; expected distances of more than 0.035 metres")]
    [TestCase("\"cameras.front.exposure.time\": [1]", "'exposure.time' of cameras does not vary; expected one of hfov_deg, exposure.time_s")]
    [TestCase("\"cameras.front.exposure.time_s\": { uniform: [0, 1] }", "a draw could be something else than is allowed here; expected values from 0.0000001 to 3600 (seconds)")]
    [TestCase("\"cameras.front.sensor.camera.nois.temperature_c\": [1]", "camera 'front': the sensor chain has no stage 'camera.nois'; expected sensor.STAGE.PARAMETER with one of lens.brown-conrady, camera.blur, camera.noise; did you mean 'camera.noise'?")]
    [TestCase("\"cameras.side.sensor.camera.noise.temperature_c\": [1]", "expected nothing: the camera 'side' has no sensor list")]
    [TestCase("\"cameras.front.sensor.camera.noise.temperatur_c\": [1]", "camera.noise has no parameter 'temperatur_c'; expected one of pixel_pitch_um")]
    [TestCase("\"cameras.front.sensor.camera.noise.temperature_c\": { uniform: [0, 500] }", "camera 'front', camera.noise: \"temperature_c\" is 500; expected a number from -100 to 200 (degC).; example: \"cameras.front.sensor.camera.noise.temperature_c\": [25]")]
    [TestCase("\"cameras.front.sensor.camera.noise.temperature_c\": { normal: [20, 5] }", "a normal distribution has no ends; truncated_normal does")]
    [TestCase("\"cameras.front.sensor.camera.noise.bits\": { uniform: [8, 12] }", "\"bits\" is a whole number, and a range holds other values, too; list its values")]
    [TestCase("\"cameras.front.sensor.camera.noise.bits\": [8, 9.5]", "\"bits\" is 9.5; expected a whole number from 1 to 16 (bit).")]
    [TestCase("\"cameras.front.sensor.camera.noise.shot_noise\": [yes, no]", "\"shot_noise\" is \"yes\"; expected true or false.; example: \"cameras.front.sensor.camera.noise.shot_noise\": [true, false]")]
    [TestCase("\"cameras.front.sensor.lens.brown-conrady.k1\": [-2]", "camera 'front' with -2: the camera's brown_conrady lens cannot show 60 degrees")]
    [TestCase("\"cameras.side.hfov_deg\": [50, 200]", "camera 'side' with 200: the camera's pinhole lens cannot show 200 degrees")]
    public void WhatDoesNotFit_IsAnErrorWithItsPlace(string vary, string expected) => Assert.That(Errors(vary), Has.Some.Contains(expected), string.Join('\n', Errors(vary)));

    [Test]
    public void TooManyShaders_AreRefused()
    {
        string[] flags = [.. new[] { "read_noise_electrons", "dark_current_electrons_per_second", "dark_current_reference_c", "temperature_c", "black_level_dn" }.Select(name => $"\"cameras.front.sensor.camera.noise.{name}\": {{ uniform: [0, 9] }}")];
        Assert.That(Errors(string.Join('\n', [.. flags, "\"cameras.front.sensor.camera.noise.shot_noise\": [true, false]"])), Is.Empty, "64 are allowed");
        Assert.That(
            Errors(string.Join('\n', [.. flags, "\"cameras.front.sensor.camera.noise.shot_noise\": [true, false]", "\"cameras.front.sensor.camera.blur.sigma_px\": [0, 1]"])),
            Has.Some.Contains("has 128 different shaders: one for each combination of flags, choices and zeros; expected draws that combine to at most 64"));
    }

    [Test]
    public void TwoStagesOfOnePlugin_GoByTheirNames()
    {
        const string twice = "sensor: [ { use: camera.blur, name: first }, { use: camera.blur, name: second }, { use: camera.noise } ]";
        RunPlan plan = Plan("\"cameras.front.sensor.second.sigma_px\": [2]", twice);
        Assert.That(plan.CamerasOf(plan.Cousins.Sample(0))[0].Chain.Stages.Select(stage => (double)stage.ToRecord().Parameters["sigma_px"]!).Take(1), Is.Not.EqualTo(new[] { 2.0 }));
        Assert.That((double)plan.CamerasOf(plan.Cousins.Sample(0))[0].Chain.Stages[1].ToRecord().Parameters["sigma_px"]!, Is.EqualTo(2));
        Assert.That(Errors("\"cameras.front.sensor.camera.blur.sigma_px\": [2]", twice), Has.Some.Contains("several stages are 'camera.blur': give the one that is meant a name"));
    }

    private static double Parameter(CameraPlan camera, string stage, string parameter) =>
        (double)camera.Chain.Stages.Single(one => one.Name == stage).ToRecord().Parameters[parameter]!;

    private RunPlan Plan(string vary, string? sensor = null)
    {
        string file = Path.Combine(_folder, "draws.yaml");
        string lines = string.Join('\n', vary.Split('\n').Select(line => $"    {line.Trim()}"));
        string cameras = sensor is null ? Camera : Camera.Replace("sensor: [ { use: lens.brown-conrady }, { use: camera.blur }, { use: camera.noise } ]", sensor, StringComparison.Ordinal);
        File.WriteAllText(file, $$"""
            scenario: draws
            version: 1.0.0
            intent: { failure_mode: a, intended_use: [train], artifact_risk: b, real_probe: c, discard_if: d }
            scene: scene.glb
            {{cameras}}
            cousins:
              vary:
            {{lines}}
            """);
        return new RunPlanner(s_catalog).Plan(new() { ScenarioPath = file });
    }

    private string[] Errors(string vary, string? sensor = null)
    {
        try
        {
            Plan(vary, sensor);
            return [];
        }
        catch (ScenarioException wrong)
        {
            return [.. wrong.Errors.Select(error => error.ToString())];
        }
    }
}
