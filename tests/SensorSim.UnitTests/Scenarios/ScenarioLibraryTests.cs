using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Every scenario that comes with the program can be read, and says why it is there.</summary>
[TestFixture]
public sealed class ScenarioLibraryTests
{
    private static IEnumerable<string> Files => Directory.GetFiles(Repository.PathOf("scenarios"), "*.yaml").Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    private static IEnumerable<string> Failures => ["dim-flickering-aisle.yaml", "cluttered-bin.yaml", "shiny-transparent-parts.yaml", "low-sun-glare.yaml", "motion-blurred-pick.yaml"];

    [TestCaseSource(nameof(Files))]
    public void It_Is_Valid_And_Says_Why_It_Is_There(string file)
    {
        Scenario scenario = ScenarioReader.ReadFile(Repository.PathOf("scenarios", file)).OrThrow();

        Assert.That(scenario.Id + ".yaml", Is.EqualTo(file));
        Assert.That(scenario.Intent!.FailureMode, Has.Length.GreaterThan(15));
        Assert.That(scenario.Intent.DiscardIf, Has.Length.GreaterThan(15));
    }

    [Test]
    public void The_First_Scenarios_Are_There() => Assert.That(Files, Is.SupersetOf(Failures));

    [TestCaseSource(nameof(Failures))]
    public void Its_Sheet_Is_In_The_Documentation_And_Small(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file), picture = $"images/scenarios/{name}.jpg";

        Assert.That(new FileInfo(Repository.PathOf("docs", picture)).Length, Is.InRange(10_000, 200_000));
        Assert.That(File.ReadAllText(Repository.PathOf("docs", "library.md")), Does.Contain(picture));
    }
}
