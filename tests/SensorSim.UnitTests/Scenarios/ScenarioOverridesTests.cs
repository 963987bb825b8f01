using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;

namespace SensorSim.UnitTests.Scenarios;

[TestFixture]
public sealed class ScenarioOverridesTests
{
    private const string Rest = """
        cousins: { count: 2, vary: { "lights.*.intensity": { uniform: [0, 1] } } }
        lights: [ { match: a, flicker: { modulation: 0.1 } } ]
        """;

    [Test]
    public void Values_Are_Replaced_And_Added()
    {
        Scenario s = ScenarioText.Valid(
            ScenarioText.With(Rest),
            "cousins.count=3", "cameras.front.width=320", "cameras.0.height=240", "lights.0.flicker.modulation=0.5", "cousins.seed=9",
            "environment={hdr: a.hdr, intensity: 2}", "cameras.front.exposure.f_number=2", "cameras.front.exposure.time_s=0.1");

        Assert.That((s.Cousins.Count, s.Cousins.Seed), Is.EqualTo((3L, 9UL)));
        Assert.That((s.Cameras[0].Width, s.Cameras[0].Height), Is.EqualTo((320, 240)));
        Assert.That(s.Lights[0].Flicker!.Parameters["modulation"]!.GetValue<double>(), Is.EqualTo(0.5));
        Assert.That(s.Environment.Intensity, Is.EqualTo(2));
        Assert.That(s.Cameras[0].Exposure, Is.EqualTo(new ExposureSettings(2, 0.1, 100, 0)));
        Assert.That(s.Overrides, Has.Count.EqualTo(8));
    }

    [Test]
    public void The_Digest_Stays_The_Files()
    {
        string yaml = ScenarioText.With(Rest);

        Assert.That(ScenarioText.Valid(yaml, "cousins.count=3").Sha256, Is.EqualTo(ScenarioText.Valid(yaml).Sha256));
    }

    [Test]
    public void Keys_That_Hold_Dots_Are_Found_And_Made()
    {
        Scenario s = ScenarioText.Valid(
            ScenarioText.With(Rest), "cousins.vary.lights.*.intensity=[1, 2]", "cousins.vary.objects.box.001.yaw_deg={uniform: [0, 5]}");

        Assert.That(s.Cousins.Vary.Select(v => v.Key), Is.EqualTo(new[] { "lights.*.intensity", "objects.box.001.yaw_deg" }));
        Assert.That(s.Cousins.Vary[0].Distribution, Is.InstanceOf<ChoiceDistribution>());
    }

    [Test]
    public void A_Shared_Anchor_Is_Changed_In_One_Place_Only()
    {
        Scenario s = ScenarioText.Valid(
            ScenarioText.With("  - { name: b, width: 8, height: 8, pose: p, exposure: &e { f_number: 2, time_s: 1 } }\n  - { name: c, width: 8, height: 8, pose: p, exposure: *e }"),
            "cameras.c.exposure.f_number=8");

        Assert.That(s.Cameras.Skip(1).Select(c => c.Exposure!.FNumber), Is.EqualTo(new[] { 2.0, 8 }));
    }

    [TestCase("episode: { duration_s: 2 }", "episode.steps=3", 3)]
    [TestCase("episode: { steps: 3 }", "episode.duration_s=2", 60)]
    public void A_Key_Takes_The_Place_Of_The_One_That_It_Excludes(string rest, string option, int steps) =>
        Assert.That(ScenarioText.Valid(ScenarioText.With(rest), option).Episode.Steps, Is.EqualTo(steps));

    [Test]
    public void Two_Options_That_Exclude_Each_Other_Are_A_Mistake() => Assert.That(
        ScenarioText.Errors(ScenarioText.With("episode: { steps: 9 }"), "episode.steps=3", "episode.duration_s=2"),
        Is.EqualTo(new[] { "--set episode.duration_s=2: episode.duration_s: there is also 'steps'; expected one of them" }));

    [Test]
    public void A_Tilde_That_The_Shell_Has_Replaced_Is_Told()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.That(ScenarioText.Errors(ScenarioText.With(Rest), $"cousins={home}").Single(), Does.EndWith("cousins: the shell has put your home folder in the place of ~; expected 'cousins=~' in quotes, to take the key away"));
    }

    [Test]
    public void Nothing_Takes_A_Key_Or_An_Item_Away()
    {
        Scenario s = ScenarioText.Valid(ScenarioText.With(Rest), "lights.a=~", "cousins.vary.lights.*.intensity=~");

        Assert.That(s.Lights, Is.Empty);
        Assert.That(s.Cousins.Vary, Is.Empty);
    }

    [TestCase("intent.real_probe=~", "--set intent.real_probe=~: intent.real_probe: the key is taken away here, and needed; expected the real data that tells whether it worked")]
    [TestCase("cousins.count", "--set cousins.count: there is no key and value; expected key=value")]
    [TestCase("=3", "--set =3: there is no key and value; expected key=value")]
    [TestCase("cousins.count=", "--set cousins.count=: cousins.count: there is no value after '='; expected key=value")]
    [TestCase("cousins.count=many", "--set cousins.count=many: cousins.count: there is 'many'; expected a whole number from 1 to 1000000")]
    [TestCase("cousins.cuont=3", "--set cousins.cuont=3: cousins.cuont: the key is unknown; expected one of count, seed, strategy, vary, target, rules, correlated; did you mean 'count'?")]
    [TestCase("cameras.frnt.width=3", "--set cameras.frnt.width=3: cameras.frnt: 'cameras' has no item 'frnt'; expected an index below 1 or one of front; did you mean 'front'?")]
    [TestCase("cameras.7.width=3", "--set cameras.7.width=3: cameras.7: 'cameras' has no item '7'; expected an index below 1 or one of front")]
    [TestCase("scene.x=3", "--set scene.x=3: scene.x: 'scene' is 'aisle.glb' and has no parts")]
    public void A_Wrong_Option_Is_Named(string option, string expected) =>
        Assert.That(ScenarioText.Errors(ScenarioText.With(Rest), option), Is.EqualTo(new[] { expected }));
}
