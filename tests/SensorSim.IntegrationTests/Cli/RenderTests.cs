using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>The main job from the outside: what it writes, says and returns.</summary>
[TestFixture]
public sealed partial class RenderTests
{
    private const int WriteOnly = 1;
    private const int NonBlocking = 0x800;
    private const int CloseOnExecute = 0x80000;

    private string _folder = "";
    private string _scene = "";

    /// <summary>Two small views of the tiny scene.</summary>
    private string[] Small => ["render", "--scene", _scene, "--views", "2", "--width", "64", "--height", "48", "--msaa", "1"];

    [OneTimeSetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("render-").FullName;
        _scene = TinyScene.WriteTo(_folder);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Scene_BecomesADatasetThatVerifiesReplaysAndExports()
    {
        string dataset = Path.Combine(_folder, "whole");

        var render = ProgramRun.Of([.. Small, "--sensor", "camera.noise:bits=10", "--out", dataset, "--json"]);

        Assert.That(render.ExitCode, Is.Zero, render.Error);
        Assert.That((int)render.Json["frames"]!, Is.EqualTo(2));
        Assert.That(render.Error, Does.Contain("device: ").And.Contain("2/2 frames"));
        Assert.That(Directory.EnumerateFiles(Path.Combine(dataset, "rgb")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "000000_0000_view0.png", "000000_0000_view1.png" }));
        Assert.That(ProgramRun.Of("verify", dataset).ExitCode, Is.Zero);
        Assert.That(ProgramRun.Of("export", dataset, "--format", "coco", "--out", Path.Combine(_folder, "coco")).ExitCode, Is.Zero);

        Assert.That(ProgramRun.Of("replay", dataset, "3").Error, Does.Contain("has no frame 3; there are 000000_0000_view0 to 000000_0000_view1"));
        var replay = ProgramRun.Of("replay", dataset, "000000_0000_view1", "--json");
        Assert.That(replay.ExitCode, Is.Zero, replay.Out + replay.Error);
        Assert.That(replay.Json["files"]!.AsArray(), Has.Count.EqualTo(5));
        var elsewhere = ProgramRun.Of("replay", dataset, "000000_0000_view1", "--assets", dataset);
        Assert.That((elsewhere.ExitCode, elsewhere.Error), Is.EqualTo((2, elsewhere.Error)));
        Assert.That(elsewhere.Error, Does.Contain($"{Path.Combine(dataset, Path.GetFileName(_scene))}: there is no such file").And.Contain("Give the folder of the original files with --assets."));
    }

    [Test]
    public void Replay_SaysWhichOutputDiffersFromAnEditedRecord()
    {
        string dataset = Path.Combine(_folder, "edited");
        Assert.That(ProgramRun.Of([.. Small, "--labels", "rgb,depth", "--out", dataset]).ExitCode, Is.Zero);
        string records = Path.Combine(dataset, "frames.jsonl");
        var record = JsonNode.Parse(File.ReadLines(records).First())!;
        string digest = (string)record["files"]!["depth"]!["pixels_sha256"]!;
        File.WriteAllText(records, File.ReadAllText(records).Replace(digest, new string('0', 64), StringComparison.Ordinal));

        var replay = ProgramRun.Of("replay", dataset, (string)record["frame"]!);

        Assert.That(replay.ExitCode, Is.EqualTo(1));
        Assert.That(replay.Out, Does.Match($"depth +0{{64}} +DIFFERENT: {digest}").And.Match("rgb .* same").And.Contain("EDITED record"));
        Assert.That(replay.Error, Does.Contain($"{records}:1: the record of {record["frame"]} was changed"));
        Assert.That(ProgramRun.Of("replay", dataset, "000009_0000_view0").ExitCode, Is.EqualTo(2));
    }

    [Test]
    public void ADatasetWhoseDescriptionWasChanged_IsNotReplayed_NorCompared()
    {
        string dataset = Path.Combine(_folder, "redescribed");
        Assert.That(ProgramRun.Of([.. Small, "--labels", "rgb", "--out", dataset]).ExitCode, Is.Zero);
        string description = Path.Combine(dataset, "dataset.json");
        var json = JsonNode.Parse(File.ReadAllText(description))!;
        File.WriteAllText(description, File.ReadAllText(description).Replace((string)json["merkle_root"]!, new string('0', 64), StringComparison.Ordinal));

        ProgramRun[] runs = [ProgramRun.Of("replay", dataset, "000000_0000_view0"), ProgramRun.Of("compare", dataset, dataset)];

        Assert.That(runs.Select(run => run.ExitCode), Has.None.Zero);
        Assert.That(runs.Select(run => run.Error), Has.All.Contains($"{description}: was changed"));
    }

    [TestCase("\"visible_px\":", "\"visible_px\":1", 1, "EDITED record")]
    [TestCase("\"width\":64", "\"width\":1000000", 2, "'width' should be an integer from 1 to 16384, not 1000000")]
    [TestCase("\"msaa\":1", "\"msaa\":3", 2, "'provenance.render.msaa' should be 1 or 4, not 3")]
    public void Replay_DoesNotBelieveAnEditedRecord(string from, string to, int exitCode, string expected)
    {
        string dataset = Path.Combine(_folder, $"unbelieved-{exitCode}-{to.Length}"), records = Path.Combine(dataset, "frames.jsonl");
        Assert.That(ProgramRun.Of([.. Small, "--labels", "rgb", "--out", dataset]).ExitCode, Is.Zero);
        string text = File.ReadAllText(records), frame = (string)JsonNode.Parse(text.Split('\n')[0])!["frame"]!;
        Assert.That(text, Does.Contain(from));
        File.WriteAllText(records, text.Replace(from, to, StringComparison.Ordinal));

        var replay = ProgramRun.Of("replay", dataset, frame);

        Assert.That(replay.ExitCode, Is.EqualTo(exitCode), replay.Error);
        Assert.That(replay.Out + replay.Error, Does.Contain(expected).And.Contain($"{records}:1: ").And.Contain(frame));
    }

    [Test]
    public void Shards_MergeIntoTheUnshardedDataset()
    {
        string scenario = WriteScenario();
        string[] parts = [.. new[] { "1/2", "2/2" }.Select(shard => Path.Combine(_folder, $"part-{shard[0]}"))];
        for (int i = 0; i < parts.Length; i++)
            Assert.That(ProgramRun.Of("render", scenario, "--shard", FormattableString.Invariant($"{i + 1}/2"), "--out", parts[i]).ExitCode, Is.Zero);

        var merge = ProgramRun.Of(["merge", .. parts, "--out", Path.Combine(_folder, "merged"), "--json"]);
        var whole = ProgramRun.Of("render", scenario, "--encoders", "1", "--out", Path.Combine(_folder, "unsharded"), "--json");

        Assert.That(merge.ExitCode, Is.Zero, merge.Error);
        Assert.That((string)merge.Json["merkle_root"]!, Is.EqualTo((string)whole.Json["merkle_root"]!));
    }

    [Test]
    public void ShardsOfAnOrbit_SplitItsViewsAndSayWhenNothingIsLeft()
    {
        string[] parts = [.. Enumerable.Range(1, 3).Select(index => Path.Combine(_folder, FormattableString.Invariant($"orbit-{index}")))];
        ProgramRun[] runs = [.. parts.Select((folder, i) => ProgramRun.Of([.. Small, "--shard", FormattableString.Invariant($"{i + 1}/3"), "--out", folder, "--json"]))];

        Assert.That(runs.Select(run => run.ExitCode), Is.All.Zero);
        Assert.That(runs.Select(run => (int)run.Json["frames"]!), Is.EqualTo(new[] { 0, 1, 1 }));
        Assert.That(runs[0].Error, Does.Contain("warning: the shard 1/3 has no frame"));
        Assert.That(runs[1].Error, Does.Contain("plan: 1 sample x 1 step x 2 cameras = 2 frames; shard 2/3: 1 frame, about ").And.Not.Contains("warning: the shard"));
        var merge = ProgramRun.Of(["merge", .. parts, "--out", Path.Combine(_folder, "orbit"), "--json"]);
        Assert.That(ProgramRun.Of([.. Small, "--out", Path.Combine(_folder, "undivided"), "--json"]).Json["merkle_root"]!.ToString(), Is.EqualTo(merge.Json["merkle_root"]!.ToString()));
    }

    [Test]
    public void PluginThatDividesByZero_EndsTheRunByName()
    {
        const string divide = "float zero = 0.0 * signal.r; return site.pixel.x < 3 && site.pixel.y == 5 ? vec3(0.5, zero / zero, 0.5) : vec3(0.5);";
        Dictionary<string, string?> environment = EditedPlugin.Write(_folder, "test.nan", divide);
        string dataset = Path.Combine(_folder, "nan");

        var run = ProgramRun.With(environment, [.. Small, "--sensor", "camera.noise", "--sensor", "test.nan", "--out", dataset, "--json"]);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Contain("the plugin test.nan failed (the stage \"test.nan\" with all parameters at their defaults): 3 pixels are infinite or not a number in frame 000000_0000_view"));
        Assert.That(run.Error, Does.Contain(Path.Combine("test.nan", "isp_develop.glsl")));
        Assert.That(File.Exists(Path.Combine(dataset, "dataset.json")), Is.False);
    }

    [Test]
    public void PluginWhoseShaderIsWrong_IsBadInputAtItsFileAndLine()
    {
        Dictionary<string, string?> environment = EditedPlugin.Write(_folder, "test.wrong", "return\n    no_such_name;");
        string never = Path.Combine(_folder, "never");

        var run = ProgramRun.With(environment, [.. Small, "--sensor", "camera.noise", "--sensor", "test.wrong", "--out", never]);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Error, Does.Contain("error: the shader of the plugin test.wrong does not compile:"));
        Assert.That(run.Error, Does.Contain($"{environment["SENSORSIM_PLUGINS"]}/isp_develop.glsl:4: 'no_such_name' : undeclared identifier"));
        Assert.That(Directory.Exists(never), Is.False);
    }

    [Test]
    public void PicturesThatCannotShowAnything_AreWarnedOf()
    {
        string scenario = Path.Combine(_folder, "dark.yaml"), scene = Path.Combine(_folder, "dark.gltf");
        File.WriteAllText(scene, TinyScene.Gltf().ToJsonString().Replace("\"intensity\":12.5", "\"intensity\":0", StringComparison.Ordinal));
        File.WriteAllText(scenario, File.ReadAllText(WriteScenario())
            .Replace("tiny.gltf", "dark.gltf", StringComparison.Ordinal)
            .Replace("pose: { from: [0.3, 0.3, 3], look_at: [0.3, 0.3, 0] }", "pose: { from: [0.3, 0.3, 3], look_at: [0.3, 0.3, 9] }", StringComparison.Ordinal));

        var dark = ProgramRun.Of("render", scenario, "--samples", "10", "--out", Path.Combine(_folder, "dark"));

        Assert.That(dark.ExitCode, Is.Zero, dark.Error);
        Assert.That(dark.Error, Does.Contain("dark.yaml:6:61: nothing gives light").And.Contain("warning: nothing of the scene is to be seen by front in its 8 frames: look at its pose"));
        Assert.That(dark.Error.IndexOf("in its 8 frames", StringComparison.Ordinal), Is.LessThan(dark.Error.IndexOf("10/10 frames", StringComparison.Ordinal)));
        Assert.That(ProgramRun.Of("render", WriteScenario(), "--samples", "1", "--set", "environment={ hdr: builtin:studio }", "--out", Path.Combine(_folder, "lit")).Error, Does.Not.Contain("nothing gives light").And.Not.Contain("nothing of the scene"));
    }

    [Test]
    public void SignalWhilePlanning_EndsTheProgramWithNothingWritten()
    {
        string plugin = Directory.CreateDirectory(Path.Combine(_folder, "slow-plugin")).FullName, never = Path.Combine(_folder, "unplanned");
        string manifest = Path.Combine(plugin, "plugin.json");
        Assert.That(MakePipe(manifest, mode: 0x180), Is.Zero);
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["SENSORSIM_PLUGINS"] = plugin };
        using Process process = ProgramRun.Start(environment, [.. Small, "--out", never, "--json"]);
        int writer = HoldReaderOf(manifest);

        Assert.That(Kill(process.Id, 15), Is.Zero);
        JsonNode stopped = JsonNode.Parse(process.StandardOutput.ReadToEnd())!["error"]!;
        process.WaitForExit();
        Assert.That(Close(writer), Is.Zero);

        Assert.That(process.ExitCode, Is.EqualTo(143));
        Assert.That((string)stopped["problems"]![0]!, Is.EqualTo("stopped before anything was written"));
        Assert.That(Directory.Exists(never), Is.False);
    }

    [TestCase(2, 130)]
    [TestCase(15, 143)]
    public void Signal_LeavesADatasetThatResumes(int signal, int exitCode)
    {
        string dataset = Path.Combine(_folder, FormattableString.Invariant($"signal-{signal}"));
        string[] command = ["render", "--scene", _scene, "--views", "200", "--width", "320", "--height", "240", "--out", dataset, "--json"];
        using Process process = ProgramRun.Start(new Dictionary<string, string?>(StringComparer.Ordinal), command);
        WaitForAFrame(dataset, process);

        Assert.That(Kill(process.Id, signal), Is.Zero);
        string error = process.StandardError.ReadToEnd();
        JsonNode stopped = JsonNode.Parse(process.StandardOutput.ReadToEnd())!["error"]!;
        process.WaitForExit();

        Assert.That(process.ExitCode, Is.EqualTo(exitCode), error);
        Assert.That(error, Does.Contain("--resume carries on"));
        Assert.That((int)stopped["exit_code"]!, Is.EqualTo(exitCode));
        Assert.That(File.Exists(Path.Combine(dataset, "dataset.json")), Is.False);
        var resumed = ProgramRun.Of([.. command, "--resume"]);
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Error);
        Assert.That(ProgramRun.Of("verify", dataset).ExitCode, Is.Zero);
    }

    [TestCase(2, 130)]
    [TestCase(15, 143)]
    public void SecondSignal_EndsAProgramThatCannotStop(int signal, int exitCode)
    {
        // A pipe in the place of what the device compiled before: the program waits for it where it cannot be stopped.
        string cache = Path.Combine(_folder, FormattableString.Invariant($"cache-{signal}")), pipelines = Path.Combine(cache, "sensorsim", "pipelines");
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["XDG_CACHE_HOME"] = cache };
        string[] command = [.. Small, "--out", Path.Combine(_folder, FormattableString.Invariant($"hanging-{signal}"))];
        Assert.That(ProgramRun.With(environment, command).ExitCode, Is.Zero);
        string compiled = Directory.EnumerateFiles(pipelines).Single();
        File.Delete(compiled);
        Assert.That(MakePipe(compiled, mode: 0x180), Is.Zero);
        using Process process = ProgramRun.Start(environment, [.. command, "--resume"]);
        int writer = HoldReaderOf(compiled);

        Assert.That(Kill(process.Id, signal), Is.Zero);
        Assert.That(Lines(process.StandardError).Any(line => line.StartsWith("stopping after the frame in hand", StringComparison.Ordinal)), Is.True);
        Assert.That(process.HasExited, Is.False);
        Assert.That(Kill(process.Id, signal), Is.Zero);
        process.WaitForExit();
        Assert.That(Close(writer), Is.Zero);

        Assert.That(process.ExitCode, Is.EqualTo(exitCode));
    }

    [Test]
    public void FolderWithOtherFiles_IsNotTouched()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "holidays")).FullName, photo = Path.Combine(folder, "beach.jpg");
        File.WriteAllText(photo, "x");

        var render = ProgramRun.Of([.. Small, "--out", folder, "--json"]);

        Assert.That(render.ExitCode, Is.EqualTo(2), render.Error);
        Assert.That((string)render.Json["error"]!["problems"]![0]!, Does.Contain(folder).And.Contain("beach.jpg"));
        Assert.That(Directory.EnumerateFileSystemEntries(folder), Is.EqualTo(new[] { photo }));
        var ontoAFile = ProgramRun.Of([.. Small, "--out", photo]);
        Assert.That(ontoAFile.ExitCode, Is.EqualTo(2), ontoAFile.Error);
        Assert.That(ontoAFile.Error, Does.Contain("this is a file"));
        Assert.That(File.ReadAllText(photo), Is.EqualTo("x"));
        Assert.That(ProgramRun.Of("render", "--scene", "gone.glb", "--out", photo).Error, Does.Contain("this is a file"), "The folder is looked at before anything is read.");
    }

    [Test]
    public void ImagesThatTheDeviceCannotHold_AreBadInputAndWriteNothing()
    {
        string never = Path.Combine(_folder, "too-large");
        JsonNode device = ProgramRun.Of("devices", "--json").Json["devices"]![0]!;
        if ((string)device["type"]! != "software") Assert.Ignore("A GPU may have the memory.");

        var run = ProgramRun.Of("render", "--scene", _scene, "--views", "1", "--width", "16384", "--height", "16384", "--out", never);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Error, Does.Contain("16384x16384").And.Contain("in one piece").And.Contain("smaller width and height"));
        Assert.That(Directory.Exists(never), Is.False);
    }

    [Test]
    public void FolderOfAnotherRun_IsNotTouched()
    {
        string dataset = Path.Combine(_folder, "taken");
        Assert.That(ProgramRun.Of([.. Small, "--out", dataset]).ExitCode, Is.Zero);
        byte[] before = File.ReadAllBytes(Path.Combine(dataset, "frames.jsonl"));

        Assert.That(ProgramRun.Of([.. Small, "--out", dataset]).ExitCode, Is.EqualTo(2));
        Assert.That(ProgramRun.Of([.. Small, "--seed", "9", "--out", dataset, "--resume"]).ExitCode, Is.EqualTo(42));
        Assert.That(ProgramRun.Of([.. Small, "--out", dataset, "--resume"]).ExitCode, Is.Zero);
        Assert.That(File.ReadAllBytes(Path.Combine(dataset, "frames.jsonl")), Is.EqualTo(before));
    }

    [TestCase("render")]
    [TestCase("render --scene builtin:no-such-scene")]
    [TestCase("render --scene SCENE --sensor camera.nois")]
    [TestCase("render --scene SCENE --views 0 --msaa 3")]
    [TestCase("render --scene SCENE --views 2147483647")]
    [TestCase("render --scene SCENE --shard 3/2")]
    [TestCase("render --scene SCENE --device no-such-device")]
    [TestCase("render SCENARIO --views 3")]
    [TestCase("render SCENARIO --set cousins.count=none")]
    public void BadRequest_WritesNothing(string line)
    {
        string never = Path.Combine(_folder, "never");
        string scenario = WriteScenario();

        var run = ProgramRun.Of([.. line.Split(' ').Select(word => word switch { "SCENARIO" => scenario, "SCENE" => _scene, _ => word }), "--out", never]);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Out, Is.Empty);
        Assert.That(run.Error, Is.Not.Empty.And.Not.Contains("   at "));
        Assert.That(Directory.Exists(never), Is.False);
    }

    /// <summary>Lines as they come; none that has not been asked for is waited for.</summary>
    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static void WaitForAFrame(string dataset, Process process)
    {
        string frames = Path.Combine(dataset, "rgb");
        while (!process.HasExited && !(Directory.Exists(frames) && Directory.EnumerateFiles(frames).Any())) Thread.Sleep(10);
    }

    /// <summary>
    /// Opening a pipe for writing without waiting succeeds once somebody opens it for reading, who then waits for what is never written.
    /// </summary>
    private static int HoldReaderOf(string pipe)
    {
        int descriptor;
        while ((descriptor = Open(pipe, WriteOnly | NonBlocking | CloseOnExecute)) < 0) Thread.Sleep(10);
        return descriptor;
    }

    private string WriteScenario()
    {
        string path = Path.Combine(_folder, "small.yaml");
        File.WriteAllText(path, """
            scenario: small
            version: 1.0.0
            intent: { failure_mode: none, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
            scene: tiny.gltf
            cameras: [ { name: front, width: 64, height: 48, hfov_deg: 66, pose: { from: [0.3, 0.3, 3], look_at: [0.3, 0.3, 0] } } ]
            cousins: { count: 3, seed: 7, vary: { "lights.*.intensity": { uniform: [0.5, 1] } } }
            """);
        return path;
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakePipe(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
