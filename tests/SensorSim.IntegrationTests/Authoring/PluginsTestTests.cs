using System.Text.Json.Nodes;
using SensorSim.IntegrationTests.Cli;

namespace SensorSim.IntegrationTests.Authoring;

/// <summary>The command "plugins test": exit codes, table and JSON.</summary>
public sealed class PluginsTestTests : WorkshopFixture
{
    [Test]
    public void APluginThatKeepsItsPromises_Passes()
    {
        var run = ProgramRun.Of("plugins", "test", "light.pwm", "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Out + run.Error);
        Assert.That((bool)run.Json["passed"]!, Is.True);
        JsonNode integral = run.Json["checks"]!.AsArray().Single(check => (string)check!["id"]! == "light.integral")!;
        Assert.That((string)integral["outcome"]!, Is.EqualTo("pass"));
        Assert.That((double)integral["measured"]!, Is.InRange(0, 1e-3));
        Assert.That((string)integral["tolerance"]!, Is.EqualTo("at most 0.001 of the window"));
    }

    [TestCase("physics.mujoco")]
    [TestCase("physics.ode")]
    public void APhysicsBackend_GivesTheSameBitsInTwoProcesses(string id)
    {
        string[] digests = [.. Enumerable.Range(0, 2).Select(_ => ProgramRun.Of("plugins", "test", id, "--json"))
            .Select(run => (string)run.Json["checks"]!.AsArray().Single(check => (string)check!["id"]! == "deterministic.repeat")!["note"]!)];

        Assert.That(digests[0], Does.Match("^all of them: [0-9a-f]{16}$"));
        Assert.That(digests[1], Is.EqualTo(digests[0]));
    }

    [Test]
    public void OneThatBreaksThem_IsToldWhich()
    {
        EditedPlugin.Write(Workshop.Root, "my.constant", "return vec3(signal.x * 0.0 + 0.5) + 0.001 * random_normal(random_draw(RandomStream(uvec2(1u), site.random.pixel, 0u, 0u), 0u).xyz);");

        var run = ProgramRun.Of("plugins", "test", Workshop.PathOf("my.constant"));

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Out + run.Error);
        Assert.That(run.Out, Does.Match("reference.samples +[0-9.]+ +at least 0.999 of the samples +FAIL").And.Contain("my.constant BREAKS"));
    }

    // Compilers leave out a loop that changes nothing: no check can see that it would not end.
    [TestCase("while (signal.x < -1.0e9) { }")]
    [TestCase("for (int i = 0; i < 10; i += int(signal.x * 0.0)) { }")]
    public void ALoopThatNothingCounts_BreaksAPromise(string loop)
    {
        EditedPlugin.Write(Workshop.Root, "my.endless", $"{loop}\nreturn signal;");

        var run = ProgramRun.Of("plugins", "test", Workshop.PathOf("my.endless"));

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Out + run.Error);
        Assert.That(run.Out, Does.Match(@"loops\.counted +1 +at most 0 other loops +FAIL +.*my\.endless/isp_develop\.glsl:3: a loop whose rounds nothing counts").And.Contain("my.endless BREAKS"));
    }

    [Test]
    public void AShaderThatDoesNotCompile_IsBadInput()
    {
        EditedPlugin.Write(Workshop.Root, "my.broken", "return nothing;");

        var run = ProgramRun.Of("plugins", "test", Workshop.PathOf("my.broken"), "--json");

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Out + run.Error);
        Assert.That(run.Error, Does.Contain("my.broken").And.Contain("isp_develop.glsl:3"));
    }

    [Test]
    public void EachCheck_IsShownWhenItIsDone_AndTheOneThatHangsIsNamed()
    {
        Dictionary<string, string?> environment = MisbehavingStage.Install(Workshop.PathOf("plugin"), "hang Coefficients 0");

        var run = ProgramRun.With(environment, "plugins", "test", "test.misbehaving", "--plugin-timeout", "12");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Out + run.Error);
        Assert.That(run.Out, Does.Match(@"parameters\.documented +1 +at most 0 things left unsaid +FAIL +plugin\.json has no description\nloops\.counted [^\n]*\nfinite *\n\z"));
        Assert.That(run.Error, Does.Contain("finite: no result yet"), "after ten seconds");
        Assert.That(run.Error, Does.Contain("has not come to an end").And.Contain("This was in the check finite."));
    }

    [TestCase("camera.nois", "Did you mean .camera.noise")]
    [TestCase(".", "no plugin in it")]
    [TestCase("unbuilt", "Its assembly Plan.dll is not in the folder")]
    public void WhatIsNoPlugin_IsBadInput(string plugin, string reason)
    {
        Workshop.Write("unbuilt/plugin.json", """{ "id": "my.plan", "version": "1.0.0", "kind": "sensor", "assembly": "Plan.dll", "contract": ">=2.0 <3.0" }""");

        var (exitCode, output) = Workshop.Run($"sensorsim plugins test {(plugin == "." ? "$(mktemp -d -p .)" : plugin)}");

        Assert.That(exitCode, Is.EqualTo(2), output);
        Assert.That(output, Does.Contain("error: ").And.Match(reason));
    }

    // The author mended the manifest and has not built yet.
    [Test]
    public void WhatIsWrongWithAnOldBuild_IsToldToBeOfAnOldBuild()
    {
        string Manifest(string kind) => $$"""{ "id": "my.plan", "version": "1.0.0", "kind": "{{kind}}", "assembly": "Plan.dll", "contract": ">=2.0 <3.0" }""";
        Workshop.Write("mended/build/plugin.json", Manifest("sensr"));
        Workshop.Write("mended/build/Plan.dll", "");
        Workshop.Write("mended/plugin/plugin.json", Manifest("sensor"));
        Workshop.Write("mended/plugin/Plan.csproj", "<Project />");

        var (exitCode, output) = Workshop.Run("cd mended && sensorsim plugins test build");

        Assert.That(exitCode, Is.EqualTo(2), output);
        Assert.That(output, Does.Contain("\"sensr\" is not a kind of plugin").And.Contain("error: plugin/plugin.json: newer than what was built, which this is of: build it first"));
    }

    // A script that reads nothing but the exit code must not take the old build for what is written now.
    [Test]
    public void AnOldBuild_DoesNotPassForNewSources()
    {
        Edited("tested", "light.pwm", "my.pwm");

        var (exitCode, output) = Workshop.Run("cd tested && sensorsim plugins test build");

        Assert.That(exitCode, Is.EqualTo(1), output);
        Assert.That(output, Does.Contain("as it was built before plugin/plugin.json was changed, keeps its promises").And.Contain("What is written now was not looked at: build it first."));
    }

    // Nor must who looks at the pictures.
    [Test]
    public void ARunWithAnOldBuild_SaysSo()
    {
        Edited("rendered", "light.pwm", "my.pwm");
        Workshop.Write("rendered/mine.yaml", """
            scenario: mine
            version: 1.0.0
            intent: { failure_mode: lamps that flicker, intended_use: [train], artifact_risk: none known, real_probe: 200 frames, discard_if: it does not help }
            scene: builtin:drop-test
            lights: [{ match: "*", flicker: { use: my.pwm } }]
            cameras: [{ name: front, width: 64, height: 48, hfov_deg: 69, pose: { from: [0, 1.4, 2.4], look_at: [0, 1, 0] } }]
            """);

        var (exitCode, output) = Workshop.Run("cd rendered && SENSORSIM_PLUGINS=build sensorsim render mine.yaml");

        Assert.That(exitCode, Is.EqualTo(0), output);
        Assert.That(output, Does.Contain("warning: plugin/plugin.json: newer than what was built, which this run is of: build it first"));
    }

    // A built-in plugin under another id, built, and its manifest changed since.
    private void Edited(string folder, string builtIn, string id)
    {
        string build = Workshop.PathOf($"{folder}/build"), library = Path.Combine(AppContext.BaseDirectory, "plugins", builtIn);
        Directory.CreateDirectory(build);
        foreach (string file in Directory.EnumerateFiles(library)) File.Copy(file, Path.Combine(build, Path.GetFileName(file)));
        string manifest = File.ReadAllText(Path.Combine(library, "plugin.json")).Replace($"\"{builtIn}\"", $"\"{id}\"", StringComparison.Ordinal);
        Workshop.Write($"{folder}/build/plugin.json", manifest);
        Workshop.Write($"{folder}/plugin/Plugin.csproj", "<Project />");
        Workshop.Write($"{folder}/plugin/plugin.json", manifest + "\n");
    }

    [Test]
    public void AFolderThatIsNotBuiltYet_IsNoMistypedId() =>
        Assert.That(ProgramRun.Of("plugins", "test", "build").Error, Does.Contain("There is no folder build, and no plugin of that name: in a plugin's project, dotnet build writes the folder"));

    [Test]
    public void Help_ShowsHow() =>
        Assert.That(ProgramRun.Of("plugins", "test", "--help").Out, Does.Contain("sensorsim plugins test build").And.Contain("--json").And.Contain("--device"));
}
