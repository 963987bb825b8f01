using System.Text.RegularExpressions;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>The examples of the README and of docs/scenarios.md are read as they stand.</summary>
[TestFixture]
public sealed partial class DocumentationTests
{
    [TestCaseSource(nameof(Examples))]
    public void An_Example_Is_Valid(string yaml)
    {
        Assert.That(ScenarioText.Errors(Complete(yaml)), Is.Empty);
    }

    [Test]
    public void There_Are_Examples() => Assert.That(Examples().Count(), Is.GreaterThan(6));

    /// <summary>An example that shows one section gets the others it needs.</summary>
    [Test]
    public void The_Scenario_Of_The_Readme_Is_Whole()
    {
        string yaml = YamlBlock().Matches(File.ReadAllText(Repository.PathOf("README.md"))).Single().Groups["yaml"].Value;

        Assert.That(ScenarioText.Errors(yaml), Is.Empty);
        Assert.That(ScenarioText.Valid(yaml).Environment.Hdr, Does.EndWith(".hdr"));
    }

    [Test]
    public void The_Example_That_Extends_Is_Valid()
    {
        string folder = Directory.CreateTempSubdirectory("extends-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "common"));
            File.WriteAllText(
                Path.Combine(folder, "common", "aisle.yaml"),
                ScenarioText.With("  - { name: side, width: 8, height: 8, pose: side, exposure: { f_number: 2, time_s: 0.1 } }\nenvironment: { hdr: builtin:studio }")
                    .Replace("name: front", "exposure: { f_number: 2, time_s: 0.1 }, name: front", StringComparison.Ordinal));
            string own = Path.Combine(folder, "own.yaml");
            File.WriteAllText(own, Blocks().Single(IsExtending));

            Assert.That(ScenarioReader.ReadFile(own).OrThrow().Cameras.Single().Exposure!.TimeSeconds, Is.EqualTo(0.03));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static string Complete(string yaml)
    {
        if (yaml.StartsWith("scenario:", StringComparison.Ordinal))
        {
            return yaml;
        }

        string cameras = yaml.Contains("cameras:", StringComparison.Ordinal) ? "" : ScenarioText.Cameras;
        string intent = yaml.Contains("intent:", StringComparison.Ordinal) ? "" : ScenarioText.Intent;
        return $"scenario: example\nversion: 1.0.0\nscene: a.glb\n{intent}\n{cameras}\n{yaml}";
    }

    private static IEnumerable<string> Examples() => Blocks().Where(yaml => !IsExtending(yaml));

    private static bool IsExtending(string yaml) => yaml.StartsWith("extends:", StringComparison.Ordinal);

    private static IEnumerable<string> Blocks() =>
        YamlBlock().Matches(File.ReadAllText(Repository.PathOf("docs", "scenarios.md"))).Select(m => m.Groups["yaml"].Value);

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YamlBlock();
}
