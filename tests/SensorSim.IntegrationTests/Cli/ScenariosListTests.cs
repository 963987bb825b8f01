using SensorSim.IntegrationTests.Authoring;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>The command "scenarios list".</summary>
[TestFixture]
public sealed class ScenariosListTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("library-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void TheLibraryOfTheProgram_IsListed()
    {
        var run = ProgramRun.Of("scenarios", "list", "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var quickstart = run.Json.AsArray().Single(scenario => (string)scenario!["id"]! == "quickstart")!;
        Assert.That((string)quickstart["version"]!, Is.EqualTo("1.0.0"));
        Assert.That((string)quickstart["failure_mode"]!, Is.EqualTo("dim or flickering aisle light"));
        Assert.That(File.Exists((string)quickstart["path"]!));
    }

    [Test]
    public void FromAnywhere_TheClonesOwnAreListed_NotTheBuildsCopies()
    {
        using var elsewhere = new Workshop();
        Assert.That(elsewhere.Run("sensorsim scenarios list").Output, Does.Contain($" {Repository.PathOf("scenarios", "quickstart.yaml")}\n"));
    }

    [Test]
    public void AFolder_IsListedWithWhatIsWrong_AndWithoutParts()
    {
        const string intent = "intent: { failure_mode: glare, intended_use: [train], artifact_risk: a, real_probe: b, discard_if: c }";
        const string camera = "cameras: [ { name: front, width: 64, height: 48, hfov_deg: 60, pose: { from: [0, 1, 3], look_at: [0, 1, 0] } } ]";
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        File.WriteAllText(Path.Combine(_folder, "base.yaml"), camera);
        File.WriteAllText(Path.Combine(_folder, "sub", "low-sun.yaml"), $"extends: ../base.yaml\nscenario: low-sun\nversion: 2.1.0\n{intent}\nscene: builtin:warehouse-aisle\n");
        File.WriteAllText(Path.Combine(_folder, "wrong.yaml"), $"scenario: wrong\nversion: 1\n{intent}\nscene: a.glb\n{camera}\ncousins: {{ cuont: 3 }}\n");

        var run = ProgramRun.Of("scenarios", "list", _folder);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2), run.Out);
        Assert.That(run.Out, Does.Match(@"low-sun +2\.1\.0 +1 sample +independent +glare +.*/sub/low-sun[.]yaml"));
        Assert.That(run.Error, Does.Contain("/wrong.yaml: 1 error").And.Contain("did you mean 'count'?"));
    }

    [Test]
    public void AFolderThatIsNotThere_IsSaid() =>
        Assert.That(ProgramRun.Of("scenarios", "list", Path.Combine(_folder, "none")), Has.Property("ExitCode").EqualTo(2).And.Property("Error").Contain("none: there is no such folder"));
}
