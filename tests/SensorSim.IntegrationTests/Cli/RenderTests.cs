using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>The main job from the outside: what it writes, says and returns.</summary>
[TestFixture]
public sealed partial class RenderTests
{
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
        Assert.That(render.Error, Does.StartWith("device: ").And.Contain("2/2 frames"));
        Assert.That(Directory.EnumerateFiles(Path.Combine(dataset, "rgb")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "000000_0000_view0.png", "000000_0000_view1.png" }));
        Assert.That(ProgramRun.Of("verify", dataset).ExitCode, Is.Zero);
        Assert.That(ProgramRun.Of("export", dataset, "--format", "coco", "--out", Path.Combine(_folder, "coco")).ExitCode, Is.Zero);

        var replay = ProgramRun.Of("replay", dataset, "000000_0000_view1", "--json");
        Assert.That(replay.ExitCode, Is.Zero, replay.Out + replay.Error);
        Assert.That(replay.Json["files"]!.AsArray(), Has.Count.EqualTo(5));
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
        Assert.That(replay.Out, Does.Match($"depth +0{{64}} +DIFFERENT: {digest}").And.Match("rgb .* same"));
        Assert.That(ProgramRun.Of("replay", dataset, "000009_0000_view0").ExitCode, Is.EqualTo(2));
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

    [TestCase(2, 130)]
    [TestCase(15, 143)]
    public void Signal_LeavesADatasetThatResumes(int signal, int exitCode)
    {
        string dataset = Path.Combine(_folder, FormattableString.Invariant($"signal-{signal}"));
        string[] command = ["render", "--scene", _scene, "--views", "600", "--width", "320", "--height", "240", "--out", dataset];
        using Process process = ProgramRun.Start(new Dictionary<string, string?>(StringComparer.Ordinal), command);
        WaitForAFrame(dataset, process);

        Assert.That(Kill(process.Id, signal), Is.Zero);
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.That(process.ExitCode, Is.EqualTo(exitCode), error);
        Assert.That(error, Does.Contain("--resume carries on"));
        Assert.That(File.Exists(Path.Combine(dataset, "dataset.json")), Is.False);
        var resumed = ProgramRun.Of([.. command, "--resume"]);
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Error);
        Assert.That(ProgramRun.Of("verify", dataset).ExitCode, Is.Zero);
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

    private static void WaitForAFrame(string dataset, Process process)
    {
        string frames = Path.Combine(dataset, "rgb");
        while (!process.HasExited && !(Directory.Exists(frames) && Directory.EnumerateFiles(frames).Any())) Thread.Sleep(10);
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

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
