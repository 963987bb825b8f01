using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Scenarios;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins;

/// <summary>Samples choose among waveforms, each with parameters of its own.</summary>
public sealed class WaveformDrawTests
{
    private const string Choice = "cousins: { count: 60, vary: { \"lights.*.flicker\": [steady, light.mains, { use: light.pwm, frequency_hz: 200, duty: 0.30 }, { modulation: 0.5 }] } }";

    private static readonly PluginCatalog s_catalog = SensorBench.Catalog;

    [Test]
    public void A_Lamp_Has_The_Waveform_That_Is_Drawn()
    {
        var sampler = new CousinSampler(ScenarioText.Valid(ScenarioText.With(Choice)), SmallScene.Create(), 1);
        var seen = new Dictionary<string, PluginUse?>(StringComparer.Ordinal);
        for (int i = 0; i < 60; i++)
        {
            SceneInstance cousin = sampler.Sample(i);
            seen[(string)cousin.Draws["lights.ceiling_2.flicker"]!] = cousin.Lamps[1].Waveform;
        }

        Assert.That(seen.Keys, Is.EquivalentTo(new[] { "steady", "light.mains", "light.pwm duty=0.3 frequency_hz=200", "light.mains modulation=0.5" }));
        Assert.That(seen["steady"], Is.Null);
        Assert.That((seen["light.mains"]!.Use, seen["light.mains"]!.Parameters.Count), Is.EqualTo(("light.mains", 0)));
        Assert.That(seen["light.pwm duty=0.3 frequency_hz=200"]!.Parameters["duty"]!.ToJsonString(), Is.EqualTo("0.3"));
        Assert.That(sampler.Space.Draws.Select(draw => draw.BinCount), Is.All.EqualTo(4), "one bin for each choice");
    }

    [Test]
    public void A_Draw_And_The_Choices_Bring_A_Cousin_Back()
    {
        var sampler = new CousinSampler(ScenarioText.Valid(ScenarioText.With(Choice)), SmallScene.Create(), 1);
        var assembly = new CousinAssembly(SmallScene.Create(), EnvironmentLight.None, sampler.Waveforms) { WaveformChoices = sampler.WaveformChoices };

        Assert.That(assembly.Apply(3, sampler.Sample(3).Draws).Lamps, Is.EqualTo(sampler.Sample(3).Lamps));
        Assert.That(
            () => assembly.Apply(3, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["lights.ceiling_1.flicker"] = "light.saw" }),
            Throws.ArgumentException.With.Message.StartsWith("There is no waveform \"light.saw\" to choose."));
    }

    [Test]
    public void It_Replaces_What_A_Rule_Says()
    {
        string rest = "lights: [ { match: \"*\", flicker: { modulation: 0.2 } } ]\ncousins: { vary: { lights.ceiling_1.flicker: { constant: steady }, lights.ceiling_2.flicker: { use: light.pwm } } }";
        SceneInstance cousin = new CousinSampler(ScenarioText.Valid(ScenarioText.With(rest)), SmallScene.Create(), 1).Sample(0);

        Assert.That(cousin.Lamps.Select(lamp => lamp.Waveform?.Use), Is.EqualTo(new[] { null, "light.pwm" }));
    }

    [Test]
    public void Weights_Cases_And_Rules_Know_The_Names()
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With("""
            cousins:
              vary:
                parameters.shift: [day, night]
                lights.ceiling_1.flicker: { when: [ { if: { parameters.shift: day }, use: steady } ], else: { choice: [light.mains, { use: light.pwm, duty: 0.5 }], weights: [3, 1] } }
              rules: [ { forbid: { lights.ceiling_1.flicker: light.pwm duty=0.5 } } ]
            """));
        var sampler = new CousinSampler(scenario, SmallScene.Create(), 1);

        var drawn = Enumerable.Range(0, 40).Select(i => sampler.Sample(i).Draws).Select(draws => ((string)draws["parameters.shift"]!, (string)draws["lights.ceiling_1.flicker"]!)).Distinct();
        Assert.That(drawn, Is.EquivalentTo(new[] { ("day", "steady"), ("night", "light.mains") }));
    }

    [TestCase("lights.ceiling_1.flicker: [steady, light.manis]", "12:55: cousins.vary[\"lights.ceiling_1.flicker\"][1].use: 'light.manis' is no installed light plugin; expected one of ")]
    [TestCase("lights.ceiling_1.flicker: [{ use: light.pwm, dutty: 0.5 }]", "cousins.vary[\"lights.ceiling_1.flicker\"][0].dutty: ")]
    [TestCase("lights.ceiling_1.flicker: [{ use: light.pwm, duty: 2 }]", "cousins.vary[\"lights.ceiling_1.flicker\"][0].duty: ")]
    [TestCase("lights.ceiling_1.flicker: [{ use: camera.noise }]", "'camera.noise' is no installed light plugin")]
    public void A_Choice_Is_Checked_By_Its_Plugin(string draw, string expected) =>
        Assert.That(ScenarioPlugins.Check(ScenarioText.Read(ScenarioText.With($"cousins: {{ vary: {{ {draw} }} }}")), s_catalog).Select(error => error.ToString()), Has.One.Contains(expected));

    [TestCase("lights.ceiling_1.flicker: { uniform: [0, 1] }", "a draw could be something else than is allowed here; expected waveforms: steady, a plugin's id, or { use: PLUGIN, parameter: value, … }")]
    [TestCase("lights.ceiling_1.flicker: [steady, { use: light.pwm, duty: 0.3 }, { duty: 0.30, use: light.pwm }]", "the choice 'light.pwm duty=0.3' is there twice")]
    [TestCase("lights.ceiling_1.flicker: [[steady]]", "there is a list")]
    public void What_Is_No_Choice_Of_Waveforms_Is_An_Error(string draw, string expected) =>
        Assert.That(ScenarioText.Errors(ScenarioText.With($"cousins: {{ vary: {{ {draw} }} }}")), Has.One.Contains(expected));

    [TestCase("lights.ceiling_1.flicker: [steady, light.mains], lights.ceiling_1.flicker.modulation: 0.5", "the lamp 'ceiling_1' draws its waveform by the key at ")]
    [TestCase("\"lights.*.flicker.modulation\": 0.5, lights.ceiling_1.flicker: steady", "the lamp 'ceiling_1' draws a parameter of its waveform by the key at ")]
    public void A_Waveform_And_A_Parameter_Of_It_Are_Not_Drawn_Both(string draws, string expected) =>
        Assert.That(
            SceneBinding.Of(ScenarioText.Valid(ScenarioText.With($"cousins: {{ vary: {{ {draws} }} }}")), SmallScene.Create()).Errors.Select(error => error.ToString()),
            Has.Some.Contains(expected).And.Some.Contains("expected parameters inside the choices of flicker; example: \"lights.ceiling_1.flicker\": [{ use: light.pwm, duty: 0.3 }"));
}
