using SensorSim.Geometry;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.UnitTests.Cousins;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Composition;

/// <summary>Lamps that a scenario adds to its scene: they are named, ruled and drawn like the file's.</summary>
public sealed class AddedLampTests
{
    private const string Lamps = """
        lamps:
          - { name: tube, kind: point, at: [0, 2, 0], count: 3, step: [1, 0, 0], intensity_cd: 50, flicker: { modulation: 0.5 } }
          - { name: work, kind: spot, at: [0, 2, 0], look_at: [0, 0, 2], intensity_cd: 80 }
        """;

    [Test]
    public void They_Come_Behind_The_Lamps_Of_The_File()
    {
        Scene twin = SmallScene.Create(), composed = Composed("");

        Assert.That(composed.Nodes.Take(twin.Nodes.Count).Select(node => (node.Name, node.LocalTransform, node.Light)), Is.EqualTo(twin.Nodes.Select(node => (node.Name, node.LocalTransform, node.Light))));
        Assert.That(SceneNames.Of(composed).Lamps.Select(lamp => lamp.Name), Is.EqualTo(new[] { "ceiling_1", "ceiling_2", "tube_1", "tube_2", "tube_3", "work" }));
        Assert.That(Cousin("").NodeToWorld[SceneNames.Of(composed).Lamps[4].Of.Node].Translation, Is.EqualTo(new Vector3d(2, 2, 0)));
    }

    [Test]
    public void Rules_And_Draws_Match_Their_Names()
    {
        LampState[] lamps = [.. Cousin("""
            lights: [ { match: tube_2, flicker: { use: light.pwm, duty: 0.3 } }, { match: tube_3, flicker: { enabled: false } }, { match: work, radius_m: 0.1 } ]
            cousins: { vary: { lights.work.intensity: 0.5, lights.tube_1.flicker.modulation: 0.75, lights.work.elevation_deg: 0 } }
            """).Lamps];

        Assert.That(lamps[2].Waveform!.Parameters["modulation"]!.ToJsonString(), Is.EqualTo("0.75"), "its own waveform, with what is drawn");
        Assert.That(lamps[3].Waveform!.Use, Is.EqualTo("light.pwm"), "a rule says otherwise");
        Assert.That(lamps[4].Waveform, Is.Null, "a rule takes it away");
        Assert.That((lamps[5].Light.Intensity, lamps[5].Light.RadiusMetres), Is.EqualTo((40.0, 0.1)));
    }

    [Test]
    public void A_Cousin_Has_The_First_Of_A_Group()
    {
        Assert.That(NamesOf("cousins: { vary: { lights.tube.count: 2 } }"), Is.EqualTo(new[] { "ceiling_1", "ceiling_2", "tube_1", "tube_2", "work" }));
        Assert.That(NamesOf("cousins: { vary: { lights.tube.count: 0, lights.ceiling_1.present: false, lights.tube_1.intensity: 2 } }"), Is.EqualTo(new[] { "ceiling_2", "work" }));
        Assert.That(NamesOf("cousins: { vary: { lights.work.present: true } }"), Has.Length.EqualTo(6));
    }

    [Test]
    public void Draws_Alone_Bring_A_Cousin_Back()
    {
        SceneInstance cousin = Cousin("cousins: { vary: { lights.tube.count: [1, 2], lights.work.present: [true, false] } }");

        SceneInstance again = new CousinAssembly(Composed(""), EnvironmentLight.None, new Dictionary<string, PluginUse>(StringComparer.Ordinal)).Apply(0, cousin.Draws);
        Assert.That(again.Lamps.Select(lamp => lamp.Name), Is.EqualTo(cousin.Lamps.Select(lamp => lamp.Name)));
    }

    [TestCase("cousins: { vary: { lights.tube.count: [2, 4] } }", "the group 'tube' has 3; expected a list of whole numbers from 0 to 3")]
    [TestCase("cousins: { vary: { lights.tube.count: { uniform: [1, 3] } } }", "the group 'tube' has 3; expected a list of whole numbers from 0 to 3")]
    [TestCase("cousins: { vary: { lights.tub.count: 2 } }", "no group of added lamps matches 'tub'; expected one of tube; did you mean 'tube'?; example: \"lights.tube.count\": [2, 4, 6]")]
    [TestCase("cousins: { vary: { lights.work.count: 2 } }", "no group of added lamps matches 'work'")]
    [TestCase("lights: [ { match: \"tub*\" }, { match: tube_1 } ]", "the lamp 'tube_1' already has the rule at")]
    public void What_Does_Not_Fit_Is_An_Error(string rest, string expected) =>
        Assert.That(SceneBinding.Of(Scenario(rest), Composed(rest)).Errors.Select(error => error.ToString()), Has.One.Contains(expected));

    [Test]
    public void A_Name_Is_There_Once()
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With("lamps: [ { name: ceiling, kind: point, count: 2, intensity_cd: 1 }, { name: b, kind: point, intensity_cd: 1 }, { name: b, kind: point, intensity_cd: 1 } ]"));

        Assert.That(
            ScenarioAdditions.Of(scenario, SmallScene.Create()).Errors.Select(ScenarioText.Line),
            Is.EqualTo(new[] { "aisle.yaml:12:10: lamps[0].name: there is already a lamp 'ceiling_1'; expected a name that neither the scene nor another entry has", "aisle.yaml:12:112: lamps[2].name: there is already a lamp 'b'; expected a name that neither the scene nor another entry has" }));
    }

    private static string[] NamesOf(string rest) => [.. Cousin(rest).Lamps.Select(lamp => lamp.Name)];

    private static SceneInstance Cousin(string rest) => new CousinSampler(Scenario(rest), Composed(rest), 1).Sample(0);

    private static Scenario Scenario(string rest) => ScenarioText.Valid(ScenarioText.With($"{Lamps}\n{rest}"));

    private static Scene Composed(string rest)
    {
        Scene twin = SmallScene.Create();
        Scenario scenario = Scenario(rest);
        return ComposedScene.Of(twin, ScenarioAdditions.Of(scenario, twin).With(scenario, _ => ""), new Nothing());
    }

    private sealed class Nothing : IFragmentSource
    {
        public Scene Item(string reference) => throw new CompositionException(reference);

        public Scene Material(string reference) => throw new CompositionException(reference);
    }
}
