using System.Text;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Files that are broken, odd or hostile.</summary>
[TestFixture]
public sealed class YamlTests
{
    [Test]
    public void A_Syntax_Error_Has_A_Position() => Assert.That(
        ScenarioText.Errors("scenario: a\nintent: { b: [1, 2 }\n").Single(), Does.StartWith("aisle.yaml:2:20: not valid YAML: "));

    [Test]
    public void A_Key_That_Is_There_Twice_Is_Refused() => Assert.That(
        ScenarioText.Errors(ScenarioText.With("labels: [rgb]\nlabels: [depth]")),
        Is.EqualTo(new[] { "aisle.yaml:13:1: labels: the key is there twice; first at aisle.yaml:12:1" }));

    [TestCase("", "aisle.yaml:1:1: there is nothing in it; expected a mapping of keys to values")]
    [TestCase("# only a comment\n", "aisle.yaml:1:1: there is nothing in it; expected a mapping of keys to values")]
    [TestCase("just text", "aisle.yaml:1:1: there is 'just text'; expected a mapping of keys to values")]
    [TestCase("a: 1\n---\nb: 2", "aisle.yaml:2:1: not valid YAML: a second document begins here; a file holds one.")]
    [TestCase("a: *b", "aisle.yaml:1:4: not valid YAML: a text that begins with '*' needs quotes: \"*b\"; without them it repeats what is marked '&b', and nothing complete before it is.")]
    [TestCase("a: &b [*b]", "aisle.yaml:1:8: not valid YAML: a text that begins with '*' needs quotes: \"*b\"; without them it repeats what is marked '&b', and nothing complete before it is.")]
    [TestCase("a:\n  *.b: { c: 1 }\n  d: 2", "aisle.yaml:2:3: not valid YAML: a key that begins with '*' needs quotes: \"*.b\"")]
    [TestCase("a: *", "aisle.yaml:1:4: not valid YAML: what begins with '*' or '&' stands for something else in the file; expected quotes around it, as in match: \"*\"")]
    [TestCase("a: !!binary aGk=", "aisle.yaml:1:4: not valid YAML: the tag 'tag:yaml.org,2002:binary' has no meaning here.")]
    [TestCase("? [a, b]\n: 1", "aisle.yaml:1:3: not valid YAML: a key is a word, not a list or a mapping.")]
    [TestCase("a: 1\nb:\n\t- c\n", "aisle.yaml:3:1: not valid YAML: a tab indents this line; expected spaces")]
    [TestCase("a: 1\nb:\n  - c\n  \t- d\n", "aisle.yaml:4:3: not valid YAML: a tab indents this line; expected spaces")]
    public void Odd_Files_Are_Refused(string yaml, string expected) => Assert.That(ScenarioText.Errors(yaml), Is.EqualTo(new[] { expected }));

    [Test]
    public void Aliases_That_Multiply_Are_Bounded()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++)
        {
            yaml.Append(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} ["));
            yaml.AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 10)).Append("]\n");
        }

        Assert.That(ScenarioText.Errors(yaml.ToString()).Single(), Does.Contain("it holds more than 100000 values (aliases counted each time, long texts as several)."));
    }

    [TestCase("[", 100_000)]
    [TestCase("{a: ", 100_000)]
    [TestCase("- ", 5_000)]
    public void Deep_Nesting_Is_Bounded(string open, int times) => Assert.That(
        ScenarioText.Errors("a:\n " + string.Concat(Enumerable.Repeat(open, times))).Single(), Does.Contain("not valid YAML: "));

    [Test]
    public void A_Huge_File_Is_Refused_Before_It_Is_Read()
    {
        string path = Path.GetTempFileName();
        try
        {
            using (FileStream file = File.OpenWrite(path))
            {
                file.SetLength(ScenarioReader.MaximumBytes + 1);
            }

            Assert.That(ScenarioReader.ReadFile(path).Errors.Single().ToString(), Is.EqualTo($"{path}: the file has 1048577 bytes; expected at most 1048576"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void A_Missing_File_Is_Named() => Assert.That(
        ScenarioReader.ReadFile("no-such.yaml").Errors.Single().ToString(), Is.EqualTo("no-such.yaml: there is no such file; expected a scenario file (YAML), such as sensorsim scenarios list names"));

    [Test]
    public void A_Folder_Is_Called_A_Folder() => Assert.That(
        ScenarioReader.ReadFile(".").Errors.Single().ToString(), Is.EqualTo(".: is a folder; expected a scenario file (YAML)"));

    [Test]
    public void An_Error_In_A_Shared_Anchor_Is_Reported_Once()
    {
        const string exposure = "&e { f_number: wide, time_s: 1 }";
        string[] errors = ScenarioText.Errors(ScenarioText.With(
            $"  - {{ name: b, width: 8, height: 8, pose: p, exposure: {exposure} }}\n  - {{ name: c, width: 8, height: 8, pose: p, exposure: *e }}"));

        Assert.That(errors, Has.Length.EqualTo(1));
        Assert.That(errors[0], Does.StartWith("aisle.yaml:12:").And.Contains("cameras[1].exposure.f_number: there is 'wide'"));
    }

    [Test]
    public void Two_Errors_At_One_Place_Are_Both_Reported() => Assert.That(
        ScenarioText.Errors(ScenarioText.With("  - { name: b, hfov_deg: 60, pose: p }")),
        Has.Length.EqualTo(2).And.Some.Contains("cameras[1].width").And.Some.Contains("cameras[1].height"));

    [Test]
    public void Text_That_Is_Not_Utf8_Is_Refused() => Assert.That(
        ScenarioReader.Read([0x61, 0x3A, 0xFF], "x.yaml").Errors.Single().ToString(), Is.EqualTo("x.yaml: the file is not UTF-8 text"));

    [Test]
    public void A_Byte_Order_Mark_Does_No_Harm() => Assert.That(ScenarioText.Errors('\uFEFF' + ScenarioText.With("")), Is.Empty);

    [Test]
    public void No_Damaged_File_Crashes_The_Reader()
    {
        byte[] whole = Encoding.UTF8.GetBytes(ScenarioText.With("cousins: { count: 3, vary: { \"lights.*.intensity\": { log_uniform: [0.1, 1] } } }\nlabels: [rgb]"));
        var random = new Random(1);
        for (int i = 0; i < 3000; i++)
        {
            byte[] damaged = [.. whole];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(32, 127);
            }

            ScenarioReading reading = ScenarioReader.Read(damaged.AsSpan(0, random.Next(damaged.Length) + 1), "x.yaml");
            Assert.That(reading.Scenario is null, Is.EqualTo(reading.Errors.Count > 0));
        }
    }
}
