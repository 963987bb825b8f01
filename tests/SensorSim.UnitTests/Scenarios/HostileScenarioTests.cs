using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Scenarios;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Scenario files that are made to take long: the work grows as the file does.</summary>
[TestFixture]
public sealed class HostileScenarioTests
{
    private const int Small = 1 << 16;
    private const int Growth = 4;

    private Scene _scene = null!;
    private PluginCatalog _catalog = null!;

    [OneTimeSetUp]
    public void ReadScene()
    {
        _scene = SceneLibrary.Read("builtin:warehouse-aisle").Scene;
        _catalog = SensorBench.Catalog;
    }

    [TestCaseSource(typeof(HostileScenarios), nameof(HostileScenarios.Kinds))]
    public void The_Work_Grows_As_The_File_Does(string kind)
    {
        byte[] small = HostileScenarios.Of(kind, Small), large = HostileScenarios.Of(kind, Small * Growth);
        Check(small); // what is made once

        (long ofSmall, _) = Check(small);
        (long ofLarge, IReadOnlyList<ScenarioError> errors) = Check(large);

        TestContext.Out.WriteLine($"{ofSmall / 1e6:F1} and {ofLarge / 1e6:F1} MB; {errors.Count} errors");
        Assert.That(ofLarge, Is.LessThan(1.5 * Growth * Math.Max(ofSmall, large.Length)), "bytes allocated; with the square of the file they would be 16 times as many");
        Assert.That(errors.Count(error => error.Nearest is not null), Is.LessThan(250), "searches for what was meant");
    }

    // Every list, name, message and table of distances is memory of this thread: bytes count the work, and are the same every time.
    private (long Bytes, IReadOnlyList<ScenarioError> Errors) Check(byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ScenarioReading reading = ScenarioReader.Read(file, "own.yaml");
        List<ScenarioError> errors = [.. reading.Errors, .. ScenarioPlugins.Check(reading, _catalog)];
        if (reading.Draft is { } draft)
        {
            errors.AddRange(SceneBinding.Of(draft, _scene).Errors);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before, errors);
    }
}
