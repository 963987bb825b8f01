namespace SensorSim.IntegrationTests.Cli;

/// <summary>Plugins that throw, lose count or hang end the run with 1 and their name; what was written before is whole.</summary>
[TestFixture]
public sealed class MisbehavingPluginTests
{
    private const int Views = 40;

    private string _folder = "";
    private string _scene = "";

    [OneTimeSetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("misbehaving-").FullName;
        _scene = TinyScene.WriteTo(_folder);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("throw Coefficients 24", "DivideByZeroException: no light today [", "MisbehavingStage.cs:")]
    [TestCase("nan Coefficients 24", "it gives a list with NaN", "finite number")]
    [TestCase("hang Coefficients 24", "has not come to an end within 2 s", "--plugin-timeout")]
    public void APluginThatFailsInMidRun_EndsItAndKeepsTheFrames(string misbehaviour, string problem, string more)
    {
        string dataset = Path.Combine(_folder, misbehaviour.Split(' ')[0]), plugin = Path.Combine(_folder, "plugin");
        string[] command = Command(dataset);

        var run = ProgramRun.With(MisbehavingStage.Install(plugin, misbehaviour), command);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Contain("error: ").And.Contain("the plugin test.misbehaving").And.Contain("the stage \"odd\" of the camera view24, Coefficients"));
        Assert.That(run.Error, Does.Contain(problem).And.Contain(more).And.Contain("--resume carries on"));
        Assert.That((int)run.Json["error"]!["exit_code"]!, Is.EqualTo(1));
        int kept = Directory.EnumerateFiles(Path.Combine(dataset, "rgb")).Count();
        Assert.That(kept, Is.InRange(1, 24));

        var resumed = ProgramRun.With(MisbehavingStage.Install(plugin, null), [.. command, "--resume"]);
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Error);
        Assert.That(ProgramRun.Of("verify", dataset).ExitCode, Is.Zero);
    }

    [Test]
    public void APluginThatFailsAtTheFirstFrame_IsNamedWithItsParameters_AndLeavesNothing()
    {
        var run = Failing("throw Coefficients 0", "parameters");

        Assert.That(run.Error, Does.Contain("Coefficients with through = 0.5)").And.Not.Contain("--resume"));
        Assert.That(Directory.Exists(Path.Combine(_folder, "parameters", "out")), Is.False);
    }

    [TestCase("throw Range 0", "(Range): DivideByZeroException")]
    [TestCase("hang Range 0", "the plugin test.misbehaving (Range) has not come to an end")]
    [TestCase("exit Range 0", "the plugin test.misbehaving (Range) ended the program; a plugin returns or throws")]
    [TestCase("nan SaturationLuxSeconds 0", "the stage \"odd\" of the camera view0, SaturationLuxSeconds with through = 0.5): it gives NaN")]
    public void APluginThatFailsBeforeTheFirstFrame_IsNamed(string misbehaviour, string problem)
    {
        var run = Failing(misbehaviour, $"early-{misbehaviour[0]}");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Contain(problem));
    }

    [Test]
    public void AShaderThatDoesNotEnd_IsEndedWithTheProcess()
    {
        // llvmpipe lets a shader go around 65,535 times at most, so each round is long; on other devices the loops alone outlast the test.
        string round = string.Concat(Enumerable.Repeat("s = fract(sin(s * 1.7) + cos(s)); ", 400));
        string endless = $"float s = signal.r; for (int i = 0; i < 60000; i++) for (int j = 0; j < 60000; j++) for (int k = 0; k < 60000; k++) {{ {round} }} return vec3(s);";
        string dataset = Path.Combine(_folder, "endless");

        var run = ProgramRun.With(EditedPlugin.Write(_folder, "test.endless", endless),
            ["render", "--scene", _scene, "--views", "2", "--width", "64", "--height", "48", "--msaa", "1", "--sensor", "camera.noise", "--sensor", "test.endless", "--plugin-timeout", "2", "--out", dataset]);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Match("plugins? .*test.endless.* on the device\\) has not come to an end within 2 s"));
    }

    private ProgramRun Failing(string misbehaviour, string name) =>
        ProgramRun.With(MisbehavingStage.Install(Path.Combine(_folder, name, "plugin"), misbehaviour), [.. Command(Path.Combine(_folder, name, "out"))]);

    private string[] Command(string dataset) =>
    [
        "render", "--scene", _scene, "--views", $"{Views}", "--width", "64", "--height", "48", "--msaa", "1", "--sensor", "test.misbehaving:name=odd,through=0.5",
        "--sensor", "camera.noise", "--plugin-timeout", "2", "--out", dataset, "--json",
    ];
}
