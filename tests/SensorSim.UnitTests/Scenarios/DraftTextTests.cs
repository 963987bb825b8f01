using System.Text;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Drafts;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Scenarios written anew in the program's own hand.</summary>
[TestFixture]
public sealed class DraftTextTests
{
    [Test]
    public void Every_Scenario_Means_The_Same_When_It_Is_Written_Anew()
    {
        string[] seeds = [.. ScenarioSeeds.All().Where(seed => ScenarioText.Read(seed).Scenario is not null), .. ScenarioExamples.All().Select(example => example.Yaml)];
        seeds = [.. seeds.Where(seed => !seed.Contains("drafted:", StringComparison.Ordinal))];

        Assert.That(seeds, Has.Length.GreaterThan(150));
        foreach (string seed in seeds)
        {
            string plain = DraftText.Plain(Encoding.UTF8.GetBytes(seed))!;

            Assert.That(YamlDocument.ToJson(plain)?.ToJsonString(), Is.EqualTo(YamlDocument.ToJson(seed)?.ToJsonString()), plain);
            Assert.That(DraftText.Plain(Encoding.UTF8.GetBytes(plain)), Is.EqualTo(plain), "a second time changes nothing");
        }
    }

    [TestCase("a: \"1\"", "a: \"1\"\n")]
    [TestCase("a: 1e3", "a: 1e3\n")]
    [TestCase("a: 'yes'", "a: \"yes\"\n")]
    [TestCase("a: \"null\"", "a: \"null\"\n")]
    [TestCase("a: \"~\"", "a: \"~\"\n")]
    [TestCase("a: ~", "a: ~\n")]
    [TestCase("a:", "a: ~\n")]
    [TestCase("a: \"#c8a060\"", "a: \"#c8a060\"\n")]
    [TestCase("a: 'it''s'", "a: \"it's\"\n")]
    [TestCase("a: [\"x,y\", \"x: y\", 'x #y', \"-\"]", "a: [\"x,y\", \"x: y\", \"x #y\", \"-\"]\n")]
    [TestCase("a: 1.0.0", "a: 1.0.0\n")]
    [TestCase("a: \"1.5\"", "a: \"1.5\"\n")]
    [TestCase("a: 200 frames of aisle 7", "a: 200 frames of aisle 7\n")]
    [TestCase("a: \"x\\ny\"", "a: \"x\\ny\"\n")]
    [TestCase("a: \"\\e]0;title\\a\"", "a: \"\\U0000001B]0;title\\U00000007\"\n")]
    [TestCase("a: \"\\u202e\\u2028\\uFEFF\"", "a: \"\\U0000202E\\U00002028\\U0000FEFF\"\n")]
    [TestCase("a: 'ñ Ω 🎥'", "a: \"ñ Ω 🎥\"\n")]
    [TestCase("\"\\0\": 1", "\"\\U00000000\": 1\n")]
    [TestCase("a: {}\nb: []", "a: {}\nb: []\n")]
    [TestCase("a: { b: 1 }", "a:\n  b: 1\n")]
    [TestCase("a: &x [1, 2]\nb: *x", "a: [1, 2]\nb: [1, 2]\n")]
    [TestCase("a: [[1, 2], { b: [3] }]", "a:\n  - [1, 2]\n  - { b: [3] }\n")]
    public void Values_Are_Written_So_That_Nothing_Else_Is_Meant(string yaml, string expected)
    {
        string? plain = DraftText.Plain(Encoding.UTF8.GetBytes(yaml));

        Assert.That(plain, Is.EqualTo(expected));
        Assert.That(DraftText.Plain(Encoding.UTF8.GetBytes(plain!)), Is.EqualTo(expected));
    }

    [Test]
    public void Long_Lists_Of_Mappings_Stand_Below_Each_Other()
    {
        string plain = DraftText.Plain(Encoding.UTF8.GetBytes($"a: {{ b: [ {{ c: \"{new string('x', 100)}\", d: [1, 2] , e: [ [ \"{new string('y', 120)}\" ] ] }} ] }}"))!;

        Assert.That(plain, Is.EqualTo($"a:\n  b:\n    - c: {new string('x', 100)}\n      d: [1, 2]\n      e:\n        - - {new string('y', 120)}\n"));
    }

    [Test]
    public void Provenance_Is_Read_Again_As_It_Was_Written()
    {
        var drafted = new DraftProvenance("a \"model\": #1", "http://localhost/v1", "two\nlines \\ and \u001b[0m", new('a', 64), new('b', 64), 3);
        string yaml = DraftText.With(DraftText.Plain(Encoding.UTF8.GetBytes(ScenarioText.With("")))!, drafted);

        Scenario scenario = ScenarioText.Valid(yaml);

        Assert.That(scenario.Drafted, Is.EqualTo(drafted));
        Assert.That(DraftText.Plain(Encoding.UTF8.GetBytes(yaml)), Does.Not.Contain("drafted"));
    }
}
