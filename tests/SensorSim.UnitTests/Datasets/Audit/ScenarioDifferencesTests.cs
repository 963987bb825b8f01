using System.Text.Json.Nodes;
using SensorSim.Datasets.Audit;
using SensorSim.Datasets.Storage;
using SensorSim.Scenes.Scenarios;
using SensorSim.UnitTests.Datasets.Storage;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Datasets.Audit;

[TestFixture]
public sealed class ScenarioDifferencesTests
{
    private static readonly Scenario s_scenario = ScenarioText.Valid(ScenarioText.With(""));

    [Test]
    public void TheSameScenario_HasNone() => Assert.That(ScenarioDifferences.Of(PlanOf(s_scenario), s_scenario), Is.Empty);

    [Test]
    public void IdVersionDigestAndOverrides_AreCompared()
    {
        DatasetPlan plan = PlanOf(s_scenario) with { Scenario = new("other", "2.0.0", new string('a', 64)), Settings = new JsonObject { ["overrides"] = new JsonArray("cousins.count=3") } };

        Assert.That(ScenarioDifferences.Of(plan, s_scenario), Is.EqualTo(new[]
        {
            "its id: the dataset was made from other, this scenario has aisle",
            "its version: the dataset was made from 2.0.0, this scenario has 1.0.0",
            $"the digest of its files: the dataset was made from {new string('a', 64)}, this scenario has {s_scenario.Sha256}",
            "what --set changes: the dataset was made from cousins.count=3, this scenario has nothing",
        }));
    }

    private static DatasetPlan PlanOf(Scenario scenario) => TinyDataset.Plan() with { Scenario = new(scenario.Id, scenario.Version, scenario.Sha256) };
}
