using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

[TestFixture]
public sealed class BenchAndShadersTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("bench-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Bench_MeasuresEveryCaseAndKeepsAPicture()
    {
        string picture = Path.Combine(_folder, "view.png");

        var run = ProgramRun.Of(
            "bench", "--scene", TinyScene.WriteTo(_folder), "--width", "64", "--height", "48", "--frames", "3", "--views", "2", "--picture", picture, "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        JsonArray cases = run.Json["cases"]!.AsArray();
        Assert.That(cases.Select(test => (string)test!["name"]!), Is.EqualTo(new[] { "on-device", "colour+depth", "labels", "sensor", "dataset", "copy" }));
        Assert.That(cases.Select(test => (double)test!["frames_per_second"]!), Is.All.GreaterThan(0));
        Assert.That(File.Exists(picture));
    }

    [TestCase("--case none")]
    [TestCase("--frames 0")]
    public void Bench_RefusesNonsense(string options) => Assert.That(ProgramRun.Of(["bench", .. options.Split(' ')]).ExitCode, Is.EqualTo(2));

    [Test]
    public void ShippedShaders_AreEnoughWithoutACompiler()
    {
        string shipped = Path.Combine(_folder, "shader-cache");
        JsonNode compiled = ProgramRun.Of("shaders", "compile", "--out", shipped, "--json").Json;
        Assert.That(compiled["shaders"]!.AsArray().Select(shader => (string)shader!), Does.Contain("sensor/camera.noise+isp.develop+quantize.comp"));

        // The folder serves as the user's cache here: what is in it is what a publish ships.
        var noCompiler = new Dictionary<string, string?>(StringComparer.Ordinal) { ["PATH"] = "/nonexistent", ["SENSORSIM_SHADER_CACHE"] = shipped };
        Assert.That(ProgramRun.With(noCompiler, "selftest").ExitCode, Is.Zero);
        string scene = TinyScene.WriteTo(_folder);
        foreach (string samples in new[] { "1", "4" })
        {
            var run = ProgramRun.With(
                noCompiler, "render", "--scene", scene, "--views", "1", "--width", "32", "--height", "24", "--msaa", samples, "--labels", "all",
                "--sensor", "camera.blur", "--sensor", "camera.noise", "--out", Path.Combine(_folder, $"dataset-{samples}"));
            Assert.That(run.ExitCode, Is.Zero, run.Error);
        }

        noCompiler["SENSORSIM_SHADER_CACHE"] = Path.Combine(_folder, "empty");
        var without = ProgramRun.With(noCompiler, "selftest", "--json");
        Assert.That(without.ExitCode, Is.EqualTo(1));
        Assert.That(without.Json["tests"]!.AsArray().Select(test => (string?)test!["error"] ?? ""), Has.Some.Contains("glslc"));
    }

    [Test]
    public void ShadersCommand_IsNotInTheHelp() => Assert.That(ProgramRun.Of("--help").Out, Does.Not.Contain("shaders"));
}
