using SensorSim.Datasets.Provenance;
using SensorSim.Hosting;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Coverage;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.Scenes.Scenarios.Variation;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Runs;

/// <summary>Every scenario that comes with the program fits its scene, can be planned and gives a picture.</summary>
public sealed class ScenarioLibraryRunTests : GpuFixture
{
    private const int Planned = 12;

    // One for all: what scenarios have in common is made once.
    private readonly RunPlanner _planner = new(SensorBench.Catalog);

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Repository.PathOf("scenarios"), "*.yaml", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.PathOf("scenarios"), file)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> WithTarget => Files.Where(file => ScenarioReader.ReadFile(Repository.PathOf("scenarios", file)).OrThrow().Cousins.Target is not null);

    [TestCaseSource(nameof(Files))]
    public void It_Can_Be_Planned_And_Its_First_Frames_Are_Rendered(string file)
    {
        var request = new RunRequest { ScenarioPath = Repository.PathOf("scenarios", file), Samples = Planned, Msaa = 1 };
        RunPlan plan = _planner.Plan(request);
        Assert.That(SamplePlan.Of(plan.Cousins, Planned, strength: 1, plan.Seed).Samples, Has.Count.EqualTo(plan.Samples));

        string folder = Directory.CreateTempSubdirectory("scenario-").FullName;
        try
        {
            RunPlan small = _planner.Plan(request with { Samples = 1, Labels = LabelSet.Rgb | LabelSet.Instance, Overrides = [.. FirstStep(plan), .. SmallPictures(plan)] });
            var run = new RenderRun(small, Device, ProgramFolders.OpenShaders()) { Output = Path.Combine(folder, "dataset") };

            Assert.That(run.Execute(new Progress<long>(), default)!.Counts.Frames, Is.EqualTo(small.FrameCount));
            Assert.That(DatasetVerifier.Verify(run.Output, []).Findings, Is.Empty);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A dataset of all its samples passes its own audit.
    [TestCaseSource(nameof(WithTarget))]
    public void Its_Count_Reaches_Its_Target(string file)
    {
        RunPlan plan = _planner.Plan(new() { ScenarioPath = Repository.PathOf("scenarios", file) });
        CoverageGoal target = plan.Scenario.Cousins.Target!;
        TupleCoverage covered = SamplePlan.Of(plan.Cousins, (int)plan.Samples, target.Strength, plan.Seed).Coverage.Tuples.Single(tuples => tuples.Strength == target.Strength);
        Assert.That((double)covered.CoveredTuples / covered.FeasibleTuples, Is.GreaterThanOrEqualTo(target.Share));
    }

    // After one step nothing has succeeded.
    private static IEnumerable<string> FirstStep(RunPlan plan) => plan.Judge is null ? ["episode={ steps: 1 }"] : ["episode={ steps: 1 }", "task.on_failure=keep"];

    private static IEnumerable<string> SmallPictures(RunPlan plan) => plan.Cameras.SelectMany(camera => (string[])[$"cameras.{camera.Settings.Name}.width=32", $"cameras.{camera.Settings.Name}.height=24"]);
}
