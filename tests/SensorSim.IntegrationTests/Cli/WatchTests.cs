using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SensorSim.IntegrationTests.Cli;

/// <summary><c>render --watch</c> from the outside: an author saves, a picture comes.</summary>
[TestFixture]
public sealed partial class WatchTests
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    /// <summary>A program that says nothing for so long hangs.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private string _folder = "";
    private string _plugin = "";
    private string _scenario = "";
    private Process? _process;
    private StringBuilder _said = new();

    private string Preview => Path.Combine(_folder, "preview");

    private string Picture => Path.Combine(Preview, "rgb", "000000_0000_front.png");

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("watch-").FullName;
        _plugin = Path.Combine(_folder, "plugin");
        _scenario = ShaderPlugin.WriteScenario(_folder);
        _process = null;
        _said = new();
    }

    [TearDown]
    public void EndAndRemove()
    {
        if (_process is { HasExited: false }) _process.Kill();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void EachSave_MakesAPictureOrAnError()
    {
        Start(_scenario);
        byte[] first = NextPicture();

        ShaderPlugin.Write(_plugin, "return p.share * signal.bgr;");
        byte[] swapped = NextPicture();
        ShaderPlugin.Write(_plugin, "return p.share * signal.bgr");
        string wrong = NextError();
        ShaderPlugin.Write(_plugin);
        string save = NextAnswer();
        byte[] mended = Read();
        File.WriteAllText(_scenario, File.ReadAllText(_scenario).Replace("share: 0.25", "share: 0.5", StringComparison.Ordinal));
        byte[] brighter = NextPicture();
        File.WriteAllText(_scenario, File.ReadAllText(_scenario).Replace("share: 0.5", "shore: 0.5", StringComparison.Ordinal));
        string unknown = NextError();

        Assert.That(save, Does.Match(@"\Asaved: [^\n]*\npreview: 1 frame"), "one save, reported once");
        Assert.That(swapped, Is.Not.EqualTo(first));
        Assert.That(mended, Is.EqualTo(first));
        Assert.That(brighter, Is.Not.EqualTo(first));
        Assert.That(wrong, Does.Contain("the shader of the plugin test.dim does not compile").And.Contain($"{ShaderPlugin.ShaderOf(_plugin)}:4:"));
        Assert.That(unknown, Does.Contain("dim.yaml:6:").And.Contain("did you mean 'share'?"));
        Assert.That(Directory.EnumerateFiles(Preview, "*.json*"), Is.Empty, "a preview is no dataset");
        Assert.That(Kill(_process!.Id, Interrupt), Is.Zero);
        _process.WaitForExit();
        Assert.That(_process.ExitCode, Is.EqualTo(130));
    }

    [Test]
    public void ABrokenManifest_IsNamedWithItsPlugin_AndNothingElseIsReportedSaved()
    {
        Start(_scenario);
        _ = NextPicture();
        string manifest = Path.Combine(_plugin, "plugin.json"), text = File.ReadAllText(manifest);
        File.WriteAllText(manifest, text[..^2]);
        string broken = NextError();
        File.WriteAllText(manifest, text);
        string mended = NextAnswer();

        Assert.That(broken, Does.Match("The plugin test.dim is installed but cannot be used. .*plugin.json: it is not whole JSON: .*line 3").And.Not.Contain("Known: "));
        Assert.That(mended, Does.Match(@"\Asaved: plugin.json\npreview: 1 frame"));
        Assert.That(Kill(_process!.Id, Terminate), Is.Zero, "bash lets background jobs ignore SIGINT");
        _process.WaitForExit();
        Assert.That(_process.ExitCode, Is.EqualTo(143));
    }

    [Test]
    public void AnOrbit_IsWatchedToo()
    {
        Start("--scene", Path.Combine(_folder, "tiny.gltf"), "--views", "2", "--width", "64", "--height", "48", "--sensor", "test.dim");
        Assert.That(NextAnswer(), Does.Contain("preview: 2 frames"));
        TinyScene.WriteTo(_folder);
        Assert.That(NextAnswer(), Does.Contain("saved: tiny.gltf").And.Contain("preview: 2 frames"));
    }

    [TestCase("--resume")]
    [TestCase("--shard", "1/2")]
    [TestCase("--samples", "2")]
    [TestCase("--lock", "some.json")]
    [TestCase("--json")]
    public void WhatBelongsToADataset_IsRefused(params string[] option)
    {
        var run = ProgramRun.With(ShaderPlugin.Write(_plugin), ["render", _scenario, "--watch", "--out", Preview, .. option]);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Error, Does.Contain($"{option[0]} belongs to a dataset, and --watch makes none"));
        Assert.That(Directory.Exists(Preview), Is.False);
    }

    [Test]
    public void TheFolderOfADataset_IsRefused()
    {
        Dictionary<string, string?> environment = ShaderPlugin.Write(_plugin);
        Assert.That(ProgramRun.With(environment, "render", _scenario, "--labels", "rgb", "--out", Preview).ExitCode, Is.Zero);

        var run = ProgramRun.With(environment, "render", _scenario, "--watch", "--out", Preview);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Error, Does.Contain("belongs to a dataset, and --watch writes previews"));
        Assert.That(ProgramRun.Of("verify", Preview).ExitCode, Is.Zero);
    }

    private void Start(params string[] what)
    {
        _process = ProgramRun.Start(ShaderPlugin.Write(_plugin), ["render", .. what, "--watch", "--labels", "rgb", "--msaa", "1", "--out", Preview]);
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    private byte[] NextPicture()
    {
        Assert.That(NextAnswer(), Does.Contain("preview: 1 frame"));
        return Read();
    }

    private byte[] Read() => SHA256.HashData(File.ReadAllBytes(Picture));

    private string NextError()
    {
        string answer = NextAnswer();
        Assert.That(answer, Does.Contain("no preview; waiting"));
        return answer;
    }

    /// <summary>All that is said up to the next wait.</summary>
    private string NextAnswer()
    {
        _said.Clear();
        while (_process!.StandardError.ReadLineAsync().WaitAsync(s_patience).GetAwaiter().GetResult() is { } line)
        {
            _said.AppendLine(line);
            if (line.Contains("waiting for the next save", StringComparison.Ordinal)) return _said.ToString();
        }

        Assert.Fail($"The program ended: {_said}");
        return "";
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
