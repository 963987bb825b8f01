using SensorSim.Hosting;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Runs;

[TestFixture]
public sealed class RunSizeTests
{
    private const string Scenario = """
        scenario: size
        version: 1.0.0
        intent: { failure_mode: none, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: builtin:warehouse-aisle
        cameras:
          - { name: front, width: 1000, height: 1000, hfov_deg: 66, pose: { from: [0, 1, 5], look_at: [0, 1, 0] } }
          - { name: side, width: 500, height: 1000, hfov_deg: 66, pose: { from: [5, 1, 0], look_at: [0, 1, 0] } }
        """;

    private string _scenario = "";

    [OneTimeSetUp]
    public void WriteScenario() => File.WriteAllText(_scenario = Path.GetTempFileName(), Scenario);

    [OneTimeTearDown]
    public void RemoveScenario() => File.Delete(_scenario);

    [Test]
    public void RunThatNoFolderHolds_IsRefusedWithItsSizeAndTheBound()
    {
        string[] huge = ["cousins.count=1000000", "episode.steps=10000"];

        Assert.That(
            () => RunSize.Of(Plan(new() { Overrides = huge })),
            Throws.TypeOf<RequestException>().With.Message.Contains("20000000000 frames").And.Message.Contains("at most 100000000").And.Message.Contains("--shard 1/200"));
        Assert.That(RunSize.Of(Plan(new() { Overrides = huge, Shard = new(7, 200) })).Frames, Is.EqualTo(RunSize.MaximumFrames));
    }

    [Test]
    public void Bytes_GrowWithFramesAndLabels()
    {
        double one = RunSize.Of(Plan(new() { Labels = LabelSet.Rgb })).Bytes;

        Assert.That(one, Is.InRange(2 * 300e3, 2 * 1.5e6));
        Assert.That(RunSize.Of(Plan(new() { Labels = LabelSet.Rgb, Samples = 10 })).Bytes, Is.EqualTo(10 * one).Within(1).Percent);
        Assert.That(RunSize.Of(Plan(new() { Labels = LabelSet.All })).Bytes, Is.GreaterThan(one));
    }

    [Test]
    public void MoreSamplesThanANameHasDigits_AreRefused() =>
        Assert.That(() => Plan(new() { Samples = long.MaxValue }), Throws.TypeOf<RequestException>().With.Message.Contains("at most 1000000"));

    private RunPlan Plan(RunRequest request) =>
        new RunPlanner(SensorBench.Catalog).Plan(request with { ScenarioPath = _scenario });
}
