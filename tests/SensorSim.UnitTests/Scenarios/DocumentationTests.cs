using System.Text.RegularExpressions;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>The examples of the README and of docs/scenarios.md are read as they stand.</summary>
[TestFixture]
public sealed partial class DocumentationTests
{
    [TestCaseSource(nameof(Examples))]
    public void An_Example_Is_Valid(string yaml)
    {
        string whole = yaml.StartsWith("scenario:", StringComparison.Ordinal) ? yaml : Complete(yaml);

        Assert.That(ScenarioText.Errors(whole), Is.Empty);
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

    private static string Complete(string yaml)
    {
        string cameras = yaml.Contains("cameras:", StringComparison.Ordinal) ? "" : ScenarioText.Cameras;
        string intent = yaml.Contains("intent:", StringComparison.Ordinal) ? "" : ScenarioText.Intent;
        return $"scenario: example\nversion: 1.0.0\nscene: a.glb\n{intent}\n{cameras}\n{yaml}";
    }

    private static IEnumerable<string> Examples() =>
        YamlBlock().Matches(File.ReadAllText(Repository.PathOf("docs", "scenarios.md"))).Select(m => m.Groups["yaml"].Value);

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YamlBlock();
}
