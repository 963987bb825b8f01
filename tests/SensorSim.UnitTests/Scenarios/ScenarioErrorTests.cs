using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Each kind of mistake, with its position, its key and what to do about it.</summary>
[TestFixture]
public sealed class ScenarioErrorTests
{
    [TestCase("labls: [rgb]", "12:1: labls: the key is unknown; expected one of schema_version, scenario, version, extends, ")]
    [TestCase("lights: [ { mtach: a } ]", "12:13: lights[0].mtach: the key is unknown; expected one of match, flicker, angular_diameter_deg, radius_m; did you mean 'match'?")]
    [TestCase("zzz: 1", "12:1: zzz: the key is unknown; expected one of schema_version, scenario, version, extends, ")]
    [TestCase("schema_version: 2", "12:17: schema_version: there is '2'; expected 1, which is what this program reads; a newer SensorSim reads the file")]
    [TestCase("schema_version: 0", "12:17: schema_version: there is '0'; expected 1; there is no older format, and a file without the key has this one")]
    [TestCase("schema_version: one", "12:17: schema_version: there is 'one'; expected 1; there is no older format, and a file without the key has this one")]
    [TestCase("environment: studio", "12:14: environment: there is 'studio'; expected a mapping with hdr, intensity, rotation_deg and ambient_occlusion")]
    [TestCase("environment: { hdr: \"builtin:studo\" }", "12:21: environment.hdr: there is no environment 'builtin:studo'; expected builtin:studio; did you mean 'builtin:studio'?")]
    [TestCase("environment: { hdr: a.hdr, intensity: -1 }", "12:39: environment.intensity: there is '-1'; expected a number from 0 to 1000000000 (multiplies the image's radiance)")]
    [TestCase("environment: { hdr: a.hdr, intensity: .inf }", "12:39: environment.intensity: there is '.inf'; expected a number from 0 to 1000000000 (multiplies the image's radiance)")]
    [TestCase("environment: { hdr: a.hdr, rotation_deg: .nan }", "12:42: environment.rotation_deg: there is '.nan'; expected a number from -1000000000 to 1000000000 (degrees)")]
    [TestCase("environment: { hdr: a.hdr, rotation_deg: 1e999 }", "12:42: environment.rotation_deg: there is '1e999'; expected a number from -1000000000 to 1000000000 (degrees)")]
    [TestCase("environment: { hdr: a.hdr, intensity: 1e300 }", "12:39: environment.intensity: there is '1e300'; expected a number from 0 to 1000000000 (multiplies the image's radiance)")]
    [TestCase("environment: { hdr: a.hdr, intensity: \"2\" }", "12:39: environment.intensity: there is '2' in quotes, which make it a text; expected a number from 0 to 1000000000 (multiplies the image's radiance)")]
    [TestCase("cousins: { vary: { environment.intensity: [1, 2] } }", "12:20: cousins.vary[\"environment.intensity\"]: there is no environment to vary; expected a block such as environment: { hdr: builtin:studio } in the scenario")]
    [TestCase("labels: rgb", "12:9: labels: 'rgb' alone is no list; expected [rgb], or default, or all")]
    [TestCase("environment: { hdr: a.hdr, ambient_occlusion: { radius_m: 0 } }", "12:59: environment.ambient_occlusion.radius_m: there is '0'; expected a number above 0 (metres)")]
    [TestCase("environment: { hdr: a.hdr, ambient_occlusion: 0.5 }", "12:47: environment.ambient_occlusion: there is '0.5'; expected a mapping with radius_m")]
    [TestCase("emissive_lights: maybe", "12:18: emissive_lights: there is 'maybe'; expected true or false")]
    [TestCase("lights: [ { match: a, angular_diameter_deg: 100 } ]", "12:45: lights[0].angular_diameter_deg: there is '100'; expected a number from 0 to 90 (degrees)")]
    [TestCase("environment: { intensity: 1 }", "12:14: environment.hdr: the key is missing; expected a Radiance .hdr file or builtin:studio")]
    [TestCase("categories: { from: category }", "12:21: categories.from: there is 'category'; expected extras.KEY, like extras.category")]
    [TestCase("categories: { default: nodename }", "12:24: categories.default: there is 'nodename'; expected one of node-name, none; did you mean 'node-name'?")]
    [TestCase("categories: { names: [a, b, a] }", "12:29: categories.names[2]: the category 'a' is there twice")]
    [TestCase("lights: { match: a }", "12:9: lights: there is a mapping; expected a list of rules, each { match: PATTERN, flicker: { … } }")]
    [TestCase("lights: [ { flicker: {} } ]", "12:11: lights[0].match: the key is missing; expected a pattern over the names of lamps, like ceiling*")]
    [TestCase("lights: [ { match: a, flicker: { table: [[1], 2] } } ]", "12:41: lights[0].flicker.table: there is a list; expected a number, true, false, text or a list of numbers")]
    [TestCase("lights: [ { match: a, flicker: { use: } } ]", "12:39: lights[0].flicker.use: there is nothing; expected text")]
    [TestCase("lights: [ { match: a, flicker: { enabled: yes } } ]", "12:43: lights[0].flicker.enabled: there is 'yes'; expected true or false")]
    [TestCase("episode: {}", "12:10: episode: steps or duration_s is missing; expected one of them")]
    [TestCase("episode: { steps: 3, duration_s: 1 }", "12:22: episode.duration_s: there is also 'steps'; expected one of them")]
    [TestCase("episode: { duration_s: 1e6 }", "12:24: episode.duration_s: that is 30000000 steps; expected 1 to 10000 steps")]
    [TestCase("labels: [rgb, dept]", "12:15: labels[1]: there is 'dept'; expected one of rgb, depth, instance, semantic, normal, range, position, geometric_normal, part, material, nocs, uv, flow, flow_backward, scene_flow, scene_flow_backward, occlusion, occlusion_backward, albedo, roughness_metallic, emissive, boundary, points, amodal, keypoints, clean, noise_variance, radiance, steps; did you mean 'depth'?")]
    [TestCase("labels: [rgb, rgb]", "12:15: labels[1]: the label 'rgb' is there twice")]
    [TestCase("labels: []", "12:9: labels: the list is empty; expected at least one label")]
    [TestCase("labels: boundery", "12:9: labels: there is 'boundery', which is no list of labels; expected [boundary], or default, or all")]
    [TestCase("labels: everything", "12:9: labels: there is 'everything'; expected one of default, all")]
    [TestCase("cousins: { count: 0 }", "12:19: cousins.count: there is '0'; expected a whole number from 1 to 1000000")]
    [TestCase("cousins: { count: 2.5 }", "12:19: cousins.count: there is '2.5'; expected a whole number from 1 to 1000000")]
    [TestCase("cousins: { vary: { \"*.roughness\": 1 } }", "12:20: cousins.vary[\"*.roughness\"]: '*' is nothing that varies; expected one of lights, materials, objects, environment, cameras, scene, physics, events, parameters; did you mean 'materials.*.roughness'?")]
    [TestCase("cousins: { vary: { lamps.a.intensity: 1 } }", "12:20: cousins.vary[\"lamps.a.intensity\"]: 'lamps' is nothing that varies; expected one of lights, materials, objects, environment, ")]
    [TestCase("cousins: { vary: { lights.intensity: 1 } }", "12:20: cousins.vary[\"lights.intensity\"]: the key has too few parts; expected lights.PATTERN.ATTRIBUTE with one of intensity, failed, color_temperature_k")]
    [TestCase("cousins: { vary: { objects.a.yaw: 1 } }", "12:20: cousins.vary[\"objects.a.yaw\"]: 'yaw' of objects does not vary; expected one of item, present, count, ")]
    [TestCase("cousins: { vary: { materials.a.roughnes: 1 } }", "12:20: cousins.vary[\"materials.a.roughnes\"]: 'roughnes' of materials does not vary; expected one of swap, texture_set, color, ")]
    [TestCase("cousins: { vary: { materials.a.roughness: 1.5 } }", "12:43: cousins.vary[\"materials.a.roughness\"]: there is '1.5'; expected values from 0 to 1")]
    [TestCase("cousins: { vary: { materials.a.roughness: { normal: [0.5, 0.1] } } }", "12:43: cousins.vary[\"materials.a.roughness\"]: a draw could be something else than is allowed here; a normal distribution has no ends, truncated_normal does; expected values from 0 to 1")]
    [TestCase("cousins: { vary: { materials.a.color: red } }", "12:39: cousins.vary[\"materials.a.color\"]: there is 'red'; expected sRGB colours like \"#c8a060\" (in quotes)")]
    [TestCase("cousins: { vary: { parameters.p: { unifrom: [0, 1] } } }", "12:36: cousins.vary[\"parameters.p\"].unifrom: the key is unknown; expected one of uniform, log_uniform, normal, truncated_normal, mixture, empirical, bins, grid, choice, weights, constant; did you mean 'uniform'?")]
    [TestCase("cousins: { vary: { parameters.p: { bins: 3 } } }", "12:34: cousins.vary[\"parameters.p\"]: no distribution is named; expected one of uniform: [low, high], log_uniform: [low, high], normal: [mean, standard deviation], ")]
    [TestCase("cousins: { vary: { parameters.p: { normal: [0, 1], uniform: [0, 1] } } }", "12:36: cousins.vary[\"parameters.p\"].normal: there is also 'uniform'; expected one of")]
    [TestCase("cousins: { vary: { parameters.p: { choice: [0, 1], bins: 3 } } }", "12:52: cousins.vary[\"parameters.p\"].bins: there is also 'choice'; expected bins of a continuous distribution; single values are bins of their own")]
    [TestCase("cousins: { vary: { parameters.p: { uniform: [0, 1], weights: [3] } } }", "12:53: cousins.vary[\"parameters.p\"].weights: it means nothing without 'choice'")]
    [TestCase("cousins: { strategy: { adaptiv: { dataset: a } } }", "12:24: cousins.strategy.adaptiv: the key is unknown; expected one of covering_array, adaptive; did you mean 'adaptive'?")]
    [TestCase("cousins: { strategy: { } }", "12:22: cousins.strategy: no strategy is named")]
    [TestCase("cousins: { vary: { parameters.p: { uniform: [1, 0] } } }", "12:45: cousins.vary[\"parameters.p\"].uniform: low is not below high: 1, 0")]
    [TestCase("cousins: { vary: { parameters.p: { uniform: [0, 1, 2] } } }", "12:45: cousins.vary[\"parameters.p\"].uniform: there is a list of 3; expected [low, high]")]
    [TestCase("cousins: { vary: { parameters.p: { log_uniform: [0, 1] } } }", "12:49: cousins.vary[\"parameters.p\"].log_uniform: the ends 0, 1 are not 0 < low < high")]
    [TestCase("cousins: { vary: { parameters.p: { normal: [0, 0] } } }", "12:44: cousins.vary[\"parameters.p\"].normal: the standard deviation 0 is not above 0")]
    [TestCase("cousins: { vary: { parameters.p: { truncated_normal: [0, 1, 90, 91] } } }", "12:54: cousins.vary[\"parameters.p\"].truncated_normal: hardly any of the distribution lies between the ends")]
    [TestCase("cousins: { vary: { parameters.p: { uniform: [0, 1], bins: [0, 0] } } }", "12:59: cousins.vary[\"parameters.p\"].bins: the edges do not increase; expected a count, or at least two increasing edges")]
    [TestCase("cousins: { vary: { parameters.p: { uniform: [0, 1], bins: 0 } } }", "12:59: cousins.vary[\"parameters.p\"].bins: there is '0'; expected a whole number from 1 to 1000")]
    [TestCase("cousins: { vary: { parameters.p: [] } }", "12:34: cousins.vary[\"parameters.p\"]: the list is empty; expected a list of at least one value")]
    [TestCase("cousins: { vary: { parameters.p: [1, 2, 1] } }", "12:41: cousins.vary[\"parameters.p\"][2]: the choice '1' is there twice")]
    public void A_Mistake_Is_Named_Where_It_Is(string line, string expected)
    {
        string[] errors = ScenarioText.Errors(ScenarioText.With(line));

        Assert.That(errors, Has.Some.StartsWith($"aisle.yaml:{expected}"));
    }

    [TestCase("width: 640", "width: 0", "11:27: cameras[0].width: there is '0'; expected a whole number from 1 to 16384 (pixels)")]
    [TestCase("width: 640", "widht: 640", "11:20: cameras[0].widht: the key is unknown; expected one of name, width, height, pose, hfov_deg, fx, fy, cx, cy, orthographic_width_m, exposure, focus, sensor, valid, output; did you mean 'width'?")]
    [TestCase("hfov_deg: 69", "hfov_deg: 180", "11:55: cameras[0].hfov_deg: there is '180'; expected a number from 0.001 to 179.999 (degrees)")]
    [TestCase("hfov_deg: 69", "hfov_deg: 1e-6", "11:55: cameras[0].hfov_deg: there is '1e-6'; expected a number from 0.001 to 179.999 (degrees)")]
    [TestCase("hfov_deg: 69", "orthographic_width_m: 1e-7", "11:67: cameras[0].orthographic_width_m: there is '1e-7'; expected a number from 0.000001 to 1000000 (metres)")]
    [TestCase("name: front,", "name: front, exposure: { f_number: 2, time_s: 1 }, focus: { distance_m: 0.05, focal_length_mm: 50 },", "11:79: cameras[0].focus.distance_m: a lens cannot focus within its focal length; expected more than 0.05 metres")]
    [TestCase("hfov_deg: 69, ", "", "11:5: cameras[0].hfov_deg: the key is missing; expected degrees, unless the pose names a camera of the scene; or fx in pixels, or orthographic_width_m")]
    [TestCase("name: front", "name: a/b", "11:13: cameras[0].name: there is 'a/b'; expected a name of letters, digits, '-', '_' and '.', at most 64, that begins with a letter or digit")]
    [TestCase("[0, 1, 0] }", "[0, 1.4, 3] }", "11:95: cameras[0].pose.look_at: the camera stands on the point it looks at; expected another point")]
    [TestCase("[0, 1, 0] }", "[0, 1] }", "11:95: cameras[0].pose.look_at: there is a list of 2; expected three numbers [x, y, z] (metres)")]
    [TestCase("[0, 1, 0] }", "[0, x, 0] }", "11:99: cameras[0].pose.look_at[1]: there is 'x'; expected a number from -1000000 to 1000000")]
    [TestCase("name: front,", "name: front, exposure: { f_number: 0, time_s: 1 },", "11:42: cameras[0].exposure.f_number: there is '0'; expected a number from 0.1 to 1000 (focal length / aperture diameter)")]
    [TestCase("name: front,", "name: front, exposure: { f_number: 2 },", "11:30: cameras[0].exposure.time_s: the key is missing; expected a number from 0.0000001 to 3600 (seconds)")]
    [TestCase("name: front,", "name: front, sensor: [ { sigma: 1 } ],", "11:30: cameras[0].sensor[0].use: the key is missing; expected a plugin's id, like camera.noise")]
    [TestCase("name: front,", "name: front, output: jpeg,", "11:28: cameras[0].output: there is 'jpeg'; expected one of display, raw")]
    public void A_Camera_Is_Checked(string old, string replacement, string expected) => Assert.That(
        ScenarioText.Errors(ScenarioText.With("").Replace(old, replacement, StringComparison.Ordinal)), Does.Contain($"aisle.yaml:{expected}"));

    [Test]
    public void Cameras_Need_Names_Of_Their_Own()
    {
        string yaml = ScenarioText.With("  - { name: FRONT, width: 8, height: 8, pose: here }");

        Assert.That(ScenarioText.Errors(yaml), Is.EqualTo(new[] { "aisle.yaml:12:13: cameras[1].name: another camera has the name 'front'; expected a name that differs by more than its case" }));
    }

    [Test]
    public void An_Intent_Is_Demanded() => Assert.That(
        ScenarioText.Errors($"scenario: a\nversion: 1\nscene: a.glb\n{ScenarioText.Cameras}"),
        Is.EqualTo(new[] { "aisle.yaml:1:1: intent: the key is missing; expected a mapping with failure_mode, intended_use, artifact_risk, real_probe and discard_if" }));

    [Test]
    public void Every_Mistake_Is_Reported_At_Once_In_The_Order_Of_The_File()
    {
        ScenarioReading reading = ScenarioText.Read("scenario: a b\nscene: [x]\nintent: { intended_use: [sell] }\ncameras: []\nlabels: [rgb, x]\n");

        Assert.That(reading.Errors.Select(e => (e.Line, e.Key)), Is.EqualTo(new[]
        {
            (1, "version"), (1, "scenario"), (2, "scene"), (3, "intent.failure_mode"), (3, "intent.artifact_risk"), (3, "intent.real_probe"),
            (3, "intent.discard_if"), (3, "intent.intended_use[0]"), (4, "cameras"), (5, "labels[1]"),
        }));
        Assert.That(() => reading.OrThrow(), Throws.TypeOf<ScenarioException>());
    }

    [Test]
    public void Plugins_Are_Located_Also_Beside_Errors()
    {
        ScenarioReading reading = ScenarioText.Read(ScenarioText.With("labls: 1\nlights: [ { match: a, flicker: { use: light.pmw } } ]"));

        Assert.That(reading.PluginUses.Single().Error(null, "no such plugin").ToString(), Is.EqualTo("aisle.yaml:13:39: lights[0].flicker: no such plugin"));
    }
}
