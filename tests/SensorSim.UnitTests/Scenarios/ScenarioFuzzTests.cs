using System.Diagnostics;
using System.Globalization;
using System.Text;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Hosting.Runs.Planning.Warnings;
using SensorSim.Hosting.Scenarios;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Strategies;
using SensorSim.Scenes.Coverage;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Drafts;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Damaged scenario files: each is a scenario that can be planned, or errors with a file and a place. SENSORSIM_FUZZ gives another number of files.</summary>
[TestFixture]
public sealed class ScenarioFuzzTests
{
    private const int Standard = 10_000;
    private const int Batch = 250;
    private const int SamplesPlanned = 3;
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(5);

    private string _folder = "";
    private Scene _scene = null!;
    private PluginCatalog _catalog = null!;
    private RunPlanner _planner = null!;
    private ScenarioMutator _mutator = null!;
    private AimedMutator _aimed = null!;

    [OneTimeSetUp]
    public void ReadSeeds()
    {
        _folder = Directory.CreateTempSubdirectory("fuzz-").FullName;
        _scene = SceneLibrary.Read("builtin:warehouse-aisle").Scene;
        _catalog = SensorBench.Catalog;
        _planner = new(_catalog);
        _aimed = new(AdditionSeeds.All);
        File.WriteAllText(Path.Combine(_folder, "base.yaml"), ScenarioText.With("labels: [rgb]"));
        _mutator = new([.. ScenarioSeeds.All(), "extends: base.yaml\nscenario: own\nversion: 2\ncameras: { front: { width: 3, hfov_deg: ~ } }\nenvironment: { hdr: builtin:studio }", .. ScenarioExamples.All().Select(example => example.Yaml)]);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_Damaged_File_Is_A_Scenario_Or_An_Error_With_A_Place()
    {
        int files = int.TryParse(Environment.GetEnvironmentVariable("SENSORSIM_FUZZ"), CultureInfo.InvariantCulture, out int asked) ? asked : Standard;
        int valid = 0, planned = 0;
        (TimeSpan Longest, int File) slowest = default;
        foreach (int[] batch in Enumerable.Range(0, files).Chunk(Batch))
        {
            Task task = Task.Run(() => Parallel.ForEach(batch, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
            {
                long begin = Stopwatch.GetTimestamp();
                bool isPlanned = number % 3 == 0, isRight = isPlanned ? IsPlanned(number) : IsValid(number);
                TimeSpan time = Stopwatch.GetElapsedTime(begin);
                lock (_mutator)
                {
                    (valid, planned) = (valid + (isRight && !isPlanned ? 1 : 0), planned + (isRight && isPlanned ? 1 : 0));
                    slowest = time > slowest.Longest ? (time, number) : slowest;
                }
            }));
            Assert.That(task.Wait(s_hang), Is.True, $"one of the files {batch[0]} to {batch[^1]} is never done");
        }

        TestContext.Out.WriteLine($"{files} files, {valid} of them valid and {planned} planned; the slowest, number {slowest.File}, took {slowest.Longest.TotalMilliseconds:F0} ms");
        Assert.That(valid, Is.InRange(files / 200, files / 2), "both ends are tried");
        Assert.That(planned, Is.InRange(files / 25, files / 4), "and both again of what scenarios add");
    }

    [Test]
    public void What_Is_Damaged_Can_Be_Planned([Range(0, 5)] int seed)
    {
        string yaml = AdditionSeeds.All[seed];
        RunPlan plan = _planner.Plan(new() { ScenarioPath = Path.Combine(_folder, "own.yaml"), ScenarioText = Encoding.UTF8.GetBytes(yaml) });

        Assert.That(SamplePlan.Of(plan.Cousins, (int)plan.Samples, 2, plan.Seed).Samples, Has.Count.EqualTo(plan.Samples));
    }

    private bool IsValid(int number)
    {
        byte[] file = _mutator.File(number);
        try
        {
            List<ScenarioError> errors = Errors(file);
            foreach (ScenarioError error in errors)
            {
                bool hasPlace = error.File.Length > 0 && (error.Line > 0 || error.Problem == "the file is not UTF-8 text");
                Assert.That(hasPlace, Is.True, $"file {number}: {error}");
            }

            if (errors.Count == 0)
            {
                Assert.That(Errors(Encoding.UTF8.GetBytes(DraftText.Plain(file)!)), Is.Empty, $"file {number} written anew");
            }

            return errors.Count == 0;
        }
        catch (Exception crash) when (crash is not AssertionException)
        {
            Assert.Fail($"file {number}: {crash}\n{Encoding.UTF8.GetString(file)}");
            throw;
        }
    }

    // All that 'plan' does, of a few samples.
    private bool IsPlanned(int number)
    {
        byte[] file = _aimed.File(number);
        try
        {
            RunPlan plan = _planner.Plan(new() { ScenarioPath = Path.Combine(_folder, "own.yaml"), ScenarioText = file });
            SamplePlan.Of(plan.Cousins, (int)Math.Min(plan.Samples, SamplesPlanned), plan.Scenario.Cousins.Target?.Strength ?? 2, plan.Seed);
            Assert.That(PlanWarnings.Of(plan).Select(warning => warning.Problem), Is.All.Not.Empty);
            return true;
        }
        catch (ScenarioException misfit)
        {
            Assert.That(misfit.Errors.Where(error => error.File.Length == 0 || error.Line == 0), Is.Empty, $"file {number}");
            return false;
        }
        catch (CoveringArrayException tooMany)
        {
            Assert.That(tooMany.Message, Is.Not.Empty);
            return false;
        }
        catch (Exception crash) when (crash is not AssertionException)
        {
            Assert.Fail($"file {number}: {crash}\n{Encoding.UTF8.GetString(file)}");
            throw;
        }
    }

    private List<ScenarioError> Errors(byte[] file)
    {
        ScenarioReading reading = ScenarioReader.Read(file, Path.Combine(_folder, "own.yaml"));
        Assert.That(reading.Scenario is null, Is.EqualTo(reading.Errors.Count > 0));
        List<ScenarioError> errors = [.. reading.Errors, .. ScenarioPlugins.Check(reading, _catalog)];
        if (reading.Draft is { } draft)
        {
            errors.AddRange(SceneBinding.Of(draft, _scene).Errors);
        }

        return errors;
    }
}
