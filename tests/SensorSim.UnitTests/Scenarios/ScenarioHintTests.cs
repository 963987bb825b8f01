namespace SensorSim.UnitTests.Scenarios;

/// <summary>Mistakes that newcomers make are told with what was meant.</summary>
[TestFixture]
public sealed class ScenarioHintTests
{
    [TestCase("vary: { parameters.p: [1, 2] }", "12:1: vary: the key belongs under 'cousins'; expected cousins: { vary: … }")]
    [TestCase("labels: [rgb, boxes]", "12:15: labels[1]: boxes are in every record, and export --format coco writes them; expected a list without 'boxes'")]
    [TestCase("labels: bbox", "12:9: labels: boxes are in every record, and export --format coco writes them; expected a list without 'bbox'")]
    [TestCase("labels: [segmentation]", "12:10: labels[0]: there is 'segmentation'; expected instance or semantic")]
    [TestCase("lamps: [{ name: l, kind: point, at: [0, 1, 0], intensity_lm: 800 }]", "12:48: lamps[0].intensity_lm: the key is unknown; expected one of name, kind, count, at, step, intensity_cd, color, color_temperature_k, range_m, radius_m, flicker; did you mean 'intensity_cd'?")]
    [TestCase("objects: [{ name: o, use: builtin:mug, position: [0, 1, 0] }]", "12:40: objects[0].position: the key is unknown; expected one of name, use, count, category, at, step, yaw_deg, scale; did you mean 'at'?")]
    [TestCase("episode: { steps: 3, fps: 25 }", "12:22: episode.fps: the key is unknown; expected one of steps, duration_s, frame_rate_hz, start_s; did you mean 'frame_rate_hz'?")]
    [TestCase("environment:\n  hdr: a.hdr\n  intensity: 0,5", "14:14: environment.intensity: there is '0,5'; expected a number from 0 to 1000000000 (multiplies the image's radiance); did you mean '0.5'?")]
    [TestCase("environment: { hdr: a.hdr, intensity: 0,5 }", "12:41: environment.5: the key is unknown; expected a decimal point: a comma in front of 5 ends a number")]
    [TestCase("labels:\n  - rgb\n  depth: 1", "14:3: not valid YAML: this is no item of the list above it; expected '- …' for another item, or the indentation of the key that the list belongs to")]
    [TestCase("labels: rgb\n depth: 1", "13:7: not valid YAML: a key cannot follow here, for the value before it goes on in lines that are indented more; expected the same indentation as the keys beside it, or quotes around a text with ': ' in it")]
    [TestCase("labels: [rgb, depth\nseed: 1", "12:13: not valid YAML: what follows cannot be read; expected ',' or the closing bracket of the list or mapping that this stands in")]
    [TestCase("environment:\n  hdr: a.hdr\n\u00a0 intensity: 3", "14:1: a character that only looks like a space indents this line; expected spaces")]
    [TestCase("environment:\n  hdr: a.hdr\n \u00a0 intensity: 3", "14:2: not valid YAML: a character that only looks like a space indents this line; expected spaces")]
    [TestCase("environment: { hdr: a.hdr, intensity: '4' }", "12:39: environment.intensity: there is '4' in quotes, which make it a text; expected a number from 0 to 1000000000 (multiplies the image's radiance)")]
    [TestCase("labels: [{ a: 1]", "12:16: not valid YAML: a mapping that begins with '{' breaks off here; expected ',' or '}'")]
    [TestCase("labels: [a: 1 }", "12:15: not valid YAML: a list that begins with '[' breaks off here; expected ',' or ']'")]
    [TestCase("environment:\n    hdr: a.hdr\n  intensity: 3", "14:3: not valid YAML: this does not go with the lines above it; expected the same indentation as the keys beside it")]
    public void A_Newcomers_Mistake(string line, string expected) => Assert.That(ScenarioText.Errors(ScenarioText.With(line)), Is.EqualTo([$"aisle.yaml:{expected}"]));

    [TestCase("name: front,", "name: front, time_s: 0.01,", "11:20: cameras[0].time_s: the key belongs under 'exposure'; expected exposure: { time_s: … }")]
    [TestCase("name: front,", "name: front, sensor: [{ use: \"profile:imx219,mode=binned\" }],", "11:36: cameras[0].sensor[0].use: 'profile:imx219,mode=binned' is no plugin but a profile; expected { profile: imx219 }")]
    public void A_Newcomers_Camera(string old, string replacement, string expected) => Assert.That(
        ScenarioText.Errors(ScenarioText.With("").Replace(old, replacement, StringComparison.Ordinal)), Is.EqualTo([$"aisle.yaml:{expected}"]));

    // What is behind a mistyped key is read as what was meant, so that nobody mends it twice.
    [TestCase("light: [{ match: \"ceiling*\", flickr: steady }]", "12:30: lights[0].flickr: the key is unknown")]
    [TestCase("cousin: { count: -4 }", "12:18: cousins.count: there is '-4'")]
    [TestCase("cousins: { vary: { parameters.p: { whne: [{ if: { parameters.q: 1 }, use: [] }], else: 2 } } }", "12:75: cousins.vary[\"parameters.p\"].when[0].use: ")]
    [TestCase("physic: { backend: mujoco, rate_hz: 1 }", "12:37: physics.rate_hz: there is '1'")]
    public void Errors_Behind_A_Mistyped_Key(string line, string expected)
    {
        string[] errors = ScenarioText.Errors(ScenarioText.With(line));
        Assert.That(errors, Has.Length.EqualTo(2));
        Assert.That(errors[0], Does.Contain("the key is unknown").And.Contain("did you mean"));
        Assert.That(errors[1], Does.StartWith($"aisle.yaml:{expected}"));
    }

    // A list is no mapping: what was meant was something else.
    [TestCase("episodes: [1, 2]")]
    [TestCase("animatio: { a: 1 }")]
    public void A_Mistyped_Key_Of_Another_Kind_Of_Value_Is_One_Error(string line) =>
        Assert.That(ScenarioText.Errors(ScenarioText.With(line)), Has.Length.EqualTo(1));
}
