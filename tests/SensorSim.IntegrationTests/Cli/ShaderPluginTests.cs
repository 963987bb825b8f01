using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>A plugin of GLSL alone, and the lock that pins it, from the outside.</summary>
[TestFixture]
public sealed class ShaderPluginTests
{
    private string _folder = "";
    private string _plugin = "";
    private string _scenario = "";

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("shader-plugin-").FullName;
        _plugin = Path.Combine(_folder, "plugin");
        _scenario = ShaderPlugin.WriteScenario(_folder);
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void AShaderAndAManifest_AreAPluginWithoutReference()
    {
        Dictionary<string, string?> environment = ShaderPlugin.Write(_plugin);
        string dataset = Path.Combine(_folder, "out");

        var list = ProgramRun.With(environment, "plugins", "list", "test.dim");
        var render = ProgramRun.With(environment, "render", _scenario, "--out", dataset);

        Assert.That(list.Out, Does.StartWith("test.dim 1.0.0  sensor  Radiance → Radiance  no reference  sha256:").And.Match("share +0.5 +0 … 1"));
        Assert.That(render.ExitCode, Is.Zero, render.Error);
        JsonNode record = JsonNode.Parse(File.ReadLines(Path.Combine(dataset, "frames.jsonl")).Single())!;
        Assert.That((string)record["provenance"]!["plugins"]!["test.dim"]!, Does.Match("^1.0.0 sha256:[0-9a-f]{64} \\(no reference\\)$"));
        Assert.That((double)record["sensor"]![0]!["parameters"]!["share"]!, Is.EqualTo(0.25));
        Assert.That(ProgramRun.With(environment, "replay", dataset, "000000_0000_front").ExitCode, Is.Zero);
    }

    [Test]
    public void WhatItsShaderDoes_IsInThePicture()
    {
        string[] pictures = [.. new[] { ShaderPlugin.Dimmed, "return 0.25 * signal;", "return p.share * signal.bgr;" }.Select(Digest)];
        Assert.That(pictures[1], Is.EqualTo(pictures[0]));
        Assert.That(pictures[2], Is.Not.EqualTo(pictures[0]));
    }

    [Test]
    public void AShaderThatIsWrong_IsToldWithItsOwnLine()
    {
        var run = ProgramRun.With(ShaderPlugin.Write(_plugin, "return\n    p.shade * signal;"), "render", _scenario, "--out", Path.Combine(_folder, "never"));

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Error, Does.Contain("the shader of the plugin test.dim does not compile").And.Contain($"{ShaderPlugin.ShaderOf(_plugin)}:4: 'shade'"));
        Assert.That(Directory.Exists(Path.Combine(_folder, "never")), Is.False);
    }

    [Test]
    public void AFunctionOfAnotherName_IsToldWithTheOneThatIsWanted()
    {
        Dictionary<string, string?> environment = ShaderPlugin.Write(_plugin);
        File.WriteAllText(ShaderPlugin.ShaderOf(_plugin), File.ReadAllText(ShaderPlugin.ShaderOf(_plugin)).Replace("vec3 test_dim(", "vec3 test_dimmer(", StringComparison.Ordinal));

        var run = ProgramRun.With(environment, "render", _scenario, "--out", Path.Combine(_folder, "never"));

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Error, Does.Contain("the shader of the plugin test.dim does not compile:\n")
            .And.Contain($"{ShaderPlugin.ShaderOf(_plugin)}: there is no function vec3 test_dim(vec3 signal, PixelSite site, test_dim_Parameters p)"));
    }

    [Test]
    public void ALockBesideTheScenario_HoldsRunsToItsPlugins()
    {
        Dictionary<string, string?> environment = ShaderPlugin.Write(_plugin);
        string dataset = Path.Combine(_folder, "out"), never = Path.Combine(_folder, "never"), held = Path.ChangeExtension(_scenario, ".lock.json");

        var locked = ProgramRun.With(environment, "plugins", "lock", _scenario);
        var render = ProgramRun.With(environment, "render", _scenario, "--out", dataset);
        ShaderPlugin.Write(_plugin, "return signal;", "1.1.0");
        var refused = ProgramRun.With(environment, "render", _scenario, "--out", never);

        Assert.That(locked.Out, Does.Contain($"1 plugin locked in {held}"));
        Assert.That(render.ExitCode, Is.Zero, render.Error);
        string metadata = Directory.EnumerateFiles(Path.Combine(dataset, "provenance"), "run-*.json").Single();
        Assert.That((string)JsonNode.Parse(File.ReadAllText(metadata))!["plugins_lock_sha256"]!, Is.EqualTo(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(held)))));
        Assert.That(refused.ExitCode, Is.EqualTo(2), refused.Error);
        Assert.That(refused.Error, Does.Match($"{held}: a plugin is not as locked: test.dim is locked as 1.0.0 \\(sha256 [0-9a-f]{{12}}…\\), and 1.1.0 \\(sha256 [0-9a-f]{{12}}…\\) is installed. Install what is locked, or lock anew: sensorsim plugins lock {_scenario}"));
        Assert.That(Directory.Exists(never), Is.False);
        Assert.That(ProgramRun.With(environment, "validate", _scenario).ExitCode, Is.EqualTo(2));
        Assert.That(ProgramRun.With(environment, "plugins", "lock", _scenario).ExitCode, Is.Zero);
        Assert.That(ProgramRun.With(environment, "render", _scenario, "--out", never).ExitCode, Is.Zero);
        Assert.That(ProgramRun.Of("verify", dataset).ExitCode, Is.Zero);
    }

    [Test]
    public void ALockThatIsGiven_RefusesWhatIsNotInIt()
    {
        Dictionary<string, string?> environment = ShaderPlugin.Write(_plugin);
        string held = Path.Combine(_folder, "built-in.json"), dataset = Path.Combine(_folder, "out");
        Assert.That(ProgramRun.Of("plugins", "lock", "--out", held).ExitCode, Is.Zero);

        var refused = ProgramRun.With(environment, "render", _scenario, "--lock", held, "--out", dataset);

        Assert.That(refused.ExitCode, Is.EqualTo(2), refused.Error);
        Assert.That(refused.Error, Does.Contain($"{held}: a plugin is not as locked: test.dim is not in the lock. Install"));
        Assert.That(ProgramRun.With(environment, "render", _scenario, "--lock", Path.Combine(_folder, "none.json"), "--out", dataset).ExitCode, Is.EqualTo(2));
        Assert.That(Directory.Exists(dataset), Is.False);
    }

    private string Digest(string body)
    {
        string dataset = Path.Combine(_folder, Guid.NewGuid().ToString());
        var run = ProgramRun.With(ShaderPlugin.Write(_plugin, body), "render", _scenario, "--labels", "rgb", "--out", dataset);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return (string)JsonNode.Parse(File.ReadLines(Path.Combine(dataset, "frames.jsonl")).Single())!["files"]!["rgb"]!["pixels_sha256"]!;
    }
}
