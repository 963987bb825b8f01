namespace SensorSim.IntegrationTests.Cli;

/// <summary>A machine without a physics library.</summary>
[TestFixture]
public sealed class MissingLibraryTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("library-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("libmujoco.so.2.2.2", "physics.mujoco", "apt-get install libmujoco2.2.2")]
    [TestCase("libode.so.8", "physics.ode", "apt-get install libode8")]
    public void WhatToInstall_IsSaid_AndNothingIsWritten(string library, string backend, string install)
    {
        File.WriteAllText(Path.Combine(_folder, library), "");
        string output = Path.Combine(_folder, "out"), scenario = Path.Combine(Path.GetDirectoryName(typeof(MissingLibraryTests).Assembly.Location)!, "scenarios/physics/free-fall.yaml");
        var run = ProgramRun.With(new Dictionary<string, string?>(StringComparer.Ordinal) { ["LD_LIBRARY_PATH"] = _folder }, "render", scenario, "--set", $"physics.backend={backend}", "--out", output);
        Assert.That(run.ExitCode, Is.EqualTo(42), run.Error);
        Assert.That(run.Error, Does.Contain(install));
        Assert.That(Directory.Exists(output), Is.False);
    }

    [Test]
    public void ARobotsModel_NeedsItToo()
    {
        File.WriteAllText(Path.Combine(_folder, "libmujoco.so.2.2.2"), "");
        string model = Path.Combine(Path.GetDirectoryName(typeof(MissingLibraryTests).Assembly.Location)!, "scenarios/models/arm/arm.xml");
        var run = ProgramRun.With(new Dictionary<string, string?>(StringComparer.Ordinal) { ["LD_LIBRARY_PATH"] = _folder }, "inspect", model);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((42, run.Error)));
        Assert.That(run.Error, Does.Contain("apt-get install libmujoco2.2.2"));
    }
}
