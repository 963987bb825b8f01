using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>Habits that every command shares, and the commands that need no dataset.</summary>
[TestFixture]
public sealed class CommandLineTests
{
    private static readonly string[] Commands = ["render", "validate", "verify", "replay", "export", "merge", "inspect", "plugins list", "devices", "doctor", "selftest", "bench"];

    [Test]
    public void Help_NamesEveryCommandAndGoesToStandardOutput()
    {
        var run = ProgramRun.Of("--help");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Error, Is.Empty);
        foreach (string command in Commands) Assert.That(run.Out, Does.Contain($"  {command.Split(' ')[0]} "));
    }

    [Test]
    public void Help_NamesEveryKindOfPlugin() => Assert.That(ProgramRun.Of("--help").Out, Does.Match("plugins +sensor models, lenses, light waveforms, physics and styles"));

    [Test]
    public void TheOnlyFormat_IsNotAskedAbout() =>
        Assert.That(ProgramRun.Of("export", "out", "--format", "yolo", "--out", "other").Error, Does.Contain("--format yolo: coco is expected").And.Not.Contains("did you mean"));

    [TestCaseSource(nameof(Commands))]
    public void HelpOfACommand_EndsWithExamples(string command)
    {
        var run = ProgramRun.Of([.. command.Split(' '), "--help"]);

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Out, Does.Contain("Examples:").And.Contain($"  sensorsim {command}"));
    }

    [TestCase("frobnicate")]
    [TestCase("validate")]
    [TestCase("devices --no-such-option")]
    [TestCase("inspect /no/such/file.glb")]
    [TestCase("validate /no/such/file.yaml")]
    [TestCase("plugins list no.such.plugin")]
    public void BadInput_ExitsWith2AndLeavesStandardOutputEmpty(string line)
    {
        var run = ProgramRun.Of(line.Split(' '));

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Out, Is.Empty);
        Assert.That(run.Error, Is.Not.Empty.And.Not.Contains("   at "));
    }

    [Test]
    public void RelativeCacheHome_IsIgnored()
    {
        string home = Directory.CreateTempSubdirectory("home-").FullName;
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["XDG_CACHE_HOME"] = "relative-cache", ["HOME"] = home };

        var run = ProgramRun.With(environment, "doctor");

        Directory.Delete(home, recursive: true);
        Assert.That(run.Out, Does.Contain($"{home}/.cache/sensorsim").And.Not.Contains("relative-cache"));
    }

    [Test]
    public void SceneOfTheLibrary_CanBeInspected()
    {
        Assert.That((string)ProgramRun.Of("inspect", "builtin:warehouse-aisle", "--json").Json["name"]!, Is.EqualTo("warehouse-aisle"));
        Assert.That(ProgramRun.Of("inspect", "builtin:warehose-aisle").ExitCode, Is.EqualTo(2));
    }

    [Test]
    public void Devices_ListsTheDeviceOfThisMachine()
    {
        JsonArray devices = ProgramRun.Of("devices", "--json").Json["devices"]!.AsArray();

        Assert.That(devices, Is.Not.Empty);
        Assert.That((string?)devices[0]!["uuid"], Does.Match("^[0-9a-f]{32}$"));
        Assert.That(ProgramRun.Of("devices").Out, Does.Contain((string)devices[0]!["name"]!));
    }

    [Test]
    public void Doctor_SaysThatThisMachineRenders()
    {
        var run = ProgramRun.Of("doctor", "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Out);
        Assert.That((bool)run.Json["can_render"]!, Is.True);
        Assert.That(run.Json["findings"]!.AsArray().Select(finding => (string)finding!["check"]!), Does.Contain("loader").And.Contain("devices"));
    }

    [Test]
    public void Doctor_FailsWhereNoDriverIsFound()
    {
        var hidden = new Dictionary<string, string?>(StringComparer.Ordinal) { ["VK_DRIVER_FILES"] = "/nonexistent/driver.json" };

        var run = ProgramRun.With(hidden, "doctor");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Out, Does.Contain("fail  driver files").And.Contain("VK_DRIVER_FILES=/nonexistent/driver.json names no existing file"));
    }

    [Test]
    public void KindOfDeviceThatTheMachineLacks_IsAPermanentFailure()
    {
        var hidden = new Dictionary<string, string?>(StringComparer.Ordinal) { ["VK_DRIVER_FILES"] = "/nonexistent/driver.json" };

        var run = ProgramRun.With(hidden, "selftest", "--device", "gpu", "--json");

        Assert.That(run.ExitCode, Is.EqualTo(42), run.Error);
        Assert.That((int)run.Json["error"]!["exit_code"]!, Is.EqualTo(42));
        Assert.That(ProgramRun.Of("selftest", "--device", "no-such-device").ExitCode, Is.EqualTo(2));
    }

    [Test]
    public void Plugins_AreListedWithUnitsAndRanges()
    {
        JsonNode noise = ProgramRun.Of("plugins", "list", "camera.noise", "--json").Json["plugins"]![0]!;
        JsonNode read = noise["parameters"]!.AsArray().First(parameter => (string)parameter!["name"]! == "read_noise_electrons")!;

        Assert.That((string)noise["sha256"]!, Does.Match("^[0-9a-f]{64}$"));
        Assert.That((string)read["unit"]!, Is.EqualTo("e-"));
        Assert.That((double)read["min"]!, Is.Zero);
    }
}
