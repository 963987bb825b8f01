using System.Diagnostics;
using System.Text.Json.Nodes;
using SensorSim.Onnx;
using SensorSim.OnnxNetworks;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>The commands "restyle" and "compare", and a scenario's style, as a person uses them.</summary>
[TestFixture]
public sealed class StyleTests
{
    private string _folder = "";

    [OneTimeSetUp]
    public void Render()
    {
        _folder = Directory.CreateTempSubdirectory("style-").FullName;
        Run("render", Scenario("plain", ""), "--out", Path("old"));
        Run("render", Scenario("real", "", "[5, 4, 3]"), "--out", Path("real"), "--labels", "rgb");
    }

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void ADataset_IsRestyled_Verifies_AndReplays()
    {
        ProgramRun run = Run("restyle", Path("old"), "--style", "style.color", "--target", Path("real"), "--set", "method=mkl", "--out", Path("new"), "--json");

        Assert.That((long)run.Json["gate"]!["passed"]! + (long)run.Json["gate"]!["failed_frames"]!, Is.EqualTo(4));
        Assert.That(Run("verify", Path("new")).Out, Does.StartWith("intact"));
        Assert.That(Run("replay", Path("new"), "000001_0000_front", "--json").Json["same"]!.GetValue<bool>(), Is.True);
    }

    [Test]
    public void AServerThatIsNotThere_IsWaitedFor_Aloud_AndNamed()
    {
        var run = ProgramRun.Of("restyle", Path("old"), "--style", "style.http", "--set", "endpoint=http://127.0.0.1:9", "--set", "model=candy", "--set", "retries=1", "--set", "retry_pause_s=5", "--out", Path("unserved"));

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Contain("preparing the style: ").And.Contain("error: http://127.0.0.1:9/v2/health/ready cannot be asked").And.Contain("(tried 2 times)"));
        Assert.That(Directory.Exists(Path("unserved")), Is.False);
    }

    [Test]
    public void WhoStops_DoesNotWaitForAServer()
    {
        using Process process = ProgramRun.Start(
            new Dictionary<string, string?>(StringComparer.Ordinal),
            ["restyle", Path("old"), "--style", "style.http", "--set", "endpoint=http://127.0.0.1:9", "--set", "model=candy", "--set", "retry_pause_s=60", "--out", Path("stopped")]);
        Assert.That(process.StandardError.ReadLine(), Does.StartWith("preparing the style: "));

        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) kill.WaitForExit();

        Assert.That(process.WaitForExit(TimeSpan.FromSeconds(20)), Is.True, "the first pause is thirty seconds at least");
        Assert.That(process.ExitCode, Is.EqualTo(130));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder, "stopped*"), Is.Empty);
    }

    [TestCase("after_sensor")]
    [TestCase("before_sensor")]
    public void AScenarioWithAStyle_IsTheSame_InShards(string stage)
    {
        string scenario = Scenario(stage, $"style: {{ use: fda, beta: 0.02, target: {Path("real")}, stage: {stage}, gate: mark }}");

        Run("render", scenario, "--out", Path($"{stage}/whole"));
        Run("render", scenario, "--shard", "1/2", "--out", Path($"{stage}/part1"));
        Run("render", scenario, "--shard", "2/2", "--out", Path($"{stage}/part2"));
        Run("merge", Path($"{stage}/part1"), Path($"{stage}/part2"), "--out", Path($"{stage}/merged"));

        Assert.That(File.ReadAllBytes(Path($"{stage}/merged/dataset.json")), Is.EqualTo(File.ReadAllBytes(Path($"{stage}/whole/dataset.json"))));
        Assert.That(Directory.Exists(Path($"{stage}/whole.unstyled")), Is.False);
        Assert.That(Run("replay", Path($"{stage}/whole"), "000000_0000_front", "--json").Json["same"]!.GetValue<bool>(), Is.True);
    }

    [Test]
    public void RestyledTextures_ChangePictures_AndNoLabel_AndReplay()
    {
        string scenario = Scenario("textures", $"style: {{ use: color, method: mkl, target: textures, images: {Path("real")} }}");

        Run("render", scenario, "--out", Path("textured"));

        foreach (string label in (string[])["depth", "instance", "normal", "semantic"])
        {
            Assert.That(Digest("textured", label), Is.EqualTo(Digest("old", label)), label);
        }

        Assert.That(Digest("textured", "rgb"), Is.Not.EqualTo(Digest("old", "rgb")));
        Assert.That(Run("replay", Path("textured"), "000000_0000_front", "--json").Json["same"]!.GetValue<bool>(), Is.True);
    }

    [Test]
    public void Exiftool_ReadsWhatTouchedAFile()
    {
        if (!File.Exists("/usr/bin/exiftool"))
        {
            Assert.Ignore("exiftool is not installed (package libimage-exiftool-perl).");
        }

        Run("render", Scenario("jpeg", ""), "--rgb", "jpeg", "--out", Path("jpeg"));
        Run("restyle", Path("jpeg"), "--style", "style.color", "--target", Path("real"), "--gate", "off", "--out", Path("jpeg-color"));

        Assert.That(SourceType("old/rgb/000000_0000_front.png"), Is.EqualTo("algorithmicMedia"));
        Assert.That(SourceType("jpeg/rgb/000000_0000_front.jpg"), Is.EqualTo("algorithmicMedia"));
        Assert.That(SourceType("jpeg-color/rgb/000000_0000_front.jpg"), Is.EqualTo("composite"));
        Assert.That(Run("verify", Path("jpeg-color")).Out, Does.StartWith("intact"));
        Assert.That(Run("replay", Path("jpeg-color"), "000000_0000_front", "--json").Json["same"]!.GetValue<bool>(), Is.True);
    }

    [Test]
    public void AFileThatMayHoldPhotographs_IsComposite()
    {
        if (!File.Exists("/usr/bin/exiftool"))
        {
            Assert.Ignore("exiftool is not installed (package libimage-exiftool-perl).");
        }

        string scene = TinyScene.WriteTo(_folder);

        Run("render", "--scene", scene, "--samples", "1", "--width", "64", "--height", "48", "--labels", "rgb", "--out", Path("captured"));
        Run("render", "--scene", scene, "--samples", "1", "--width", "64", "--height", "48", "--labels", "rgb", "--rgb", "jpeg", "--out", Path("captured-jpeg"));

        Assert.That(SourceType(FirstPicture("captured")), Is.EqualTo("composite"));
        Assert.That(SourceType(FirstPicture("captured-jpeg")), Is.EqualTo("composite"));
    }

    [Test]
    public void WhatANetworkTouched_CanBeToldFromTheFileAlone()
    {
        if (OnnxRuntime.Problem is not null || !File.Exists("/usr/bin/exiftool"))
        {
            Assert.Ignore("ONNX Runtime or exiftool is not installed (eng/setup.sh onnx; package libimage-exiftool-perl).");
        }

        File.WriteAllBytes(Path("identity.onnx"), SmallNetworks.Identity());
        Run("render", Scenario("photos", ""), "--samples", "1", "--rgb", "jpeg", "--out", Path("photos"));
        string inFront = Scenario("in-front", $"style: {{ use: onnx, model: {Path("identity.onnx")}, stage: before_sensor }}");

        Run("restyle", Path("old"), "--style", "style.onnx", "--set", $"model={Path("identity.onnx")}", "--out", Path("neural"));
        Run("restyle", Path("photos"), "--style", "style.onnx", "--set", $"model={Path("identity.onnx")}", "--gate", "off", "--out", Path("neural-jpeg"));
        Run("render", inFront, "--samples", "1", "--out", Path("neural-light"));

        foreach (string dataset in (string[])["neural", "neural-jpeg", "neural-light"])
        {
            Assert.That(SourceType(FirstPicture(dataset)), Is.EqualTo("compositeWithTrainedAlgorithmicMedia"), dataset);
        }
    }

    [Test]
    public void Compare_TellsOfAPictureThatDoesNotBelongToItsLabels_AndDrawsIt()
    {
        Run("restyle", Path("old"), "--style", "style.color", "--target", Path("real"), "--set", "strength=0.3", "--out", Path("near"));
        ProgramRun same = ProgramRun.Of("compare", Path("old"), Path("near"), "--out", Path("sheet.png"), "--json");
        Assert.That(same.ExitCode, Is.Zero, same.Out + same.Error);
        Assert.That(new FileInfo(Path("sheet.png")).Length, Is.GreaterThan(1000));
        Assert.That(same.Json["frames"]!.AsArray(), Has.Count.EqualTo(4));

        ProgramRun other = ProgramRun.Of("compare", Path("old"), Path("real"));
        Assert.That((other.ExitCode, other.Error), Is.EqualTo((2, other.Error)));
        Assert.That(other.Error, Does.Contain("has no instance in"));
    }

    [Test]
    public void FramesThatTheGateRejects_AreToldWithTheFirst_AndWhatShowsThem()
    {
        ProgramRun run = ProgramRun.Of("restyle", Path("old"), "--style", "style.fda", "--target", Path("real"), "--set", "beta=0.3", "--set", "colours=each_frequency", "--gate-set", "contrast_ratio=1", "--out", Path("strict"));

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((3, run.Error)));
        Assert.That(run.Error, Does.Match(@"warning: \d frames? rejected; the records say why\. The first is 00000\d_0000_\w+: style: .*'sensorsim compare .*old .*strict --out sheet\.png' shows the worst"));
    }

    [Test]
    public void ASheet_IsNoPartOfADataset()
    {
        ProgramRun run = ProgramRun.Of("compare", Path("old"), Path("old"), "--out", Path("old/rgb/000000_0000_front.png"));

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, run.Error)));
        Assert.That(run.Error, Does.Contain("this place belongs to the dataset"));
    }

    [Test]
    public void WhatIsNoModel_IsToldBeforeTheFirstFrame()
    {
        if (OnnxRuntime.Problem is not null)
        {
            Assert.Ignore("ONNX Runtime is not installed (eng/setup.sh onnx).");
        }

        File.WriteAllText(Path("letter.onnx"), "no model");

        ProgramRun run = ProgramRun.Of("render", Scenario("letter", $"style: {{ use: onnx, model: {Path("letter.onnx")} }}"), "--out", Path("letter"));

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, run.Error)));
        Assert.That(Directory.Exists(Path("letter.unstyled")), Is.False);
    }

    [Test]
    public void ASourceThatLacksAFile_BreaksOff_AndKeepsWhatIsWritten()
    {
        Run("render", Scenario("torn", ""), "--out", Path("torn"));
        File.Delete(Path("torn/rgb/000001_0000_side.png"));

        ProgramRun run = ProgramRun.Of("restyle", Path("torn"), "--style", "color", "--target", Path("real"), "--out", Path("half"));

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, run.Error)));
        Assert.That(run.Error, Does.Contain("--resume carries on in"));
    }

    [TestCase("--style style.fdo --target real", "There is no style \"style.fdo\". Did you mean \"style.fda\"?")]
    [TestCase("--style style.fda", "style.fda goes by real images: name them as the target")]
    [TestCase("--style style.fda --target real --set beta=2", "\"beta\" is 2; expected a number from 0 to 0.45")]
    [TestCase("--style style.fda --target real --gate-set shift=2", "gate: There is no parameter \"shift\"")]
    [TestCase("--style style.fda --target nothing/*.png", "no image is there")]
    public void WhatCannotBeHad_IsTold_AndNothingIsWritten(string options, string message)
    {
        ProgramRun run = ProgramRun.Of(["restyle", Path("old"), .. options.Replace("--target real", $"--target {Path("real")}", StringComparison.Ordinal).Split(' '), "--out", Path("refused")]);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, run.Error)));
        Assert.That(run.Error, Does.Contain(message));
        Assert.That(Directory.Exists(Path("refused")), Is.False);
        Assert.That(Directory.Exists(Path("refused.style-work")), Is.False);
    }

    [TestCase("style: { use: fda, beta: 2, target: real }", "\"beta\" is 2")]
    [TestCase("style: { use: fda, target: nowhere }", "no image is there")]
    [TestCase("style: { use: camera.noise }", "'camera.noise' is no installed style plugin")]
    [TestCase("style: { use: fda, target: real, gate: { shift: 1 } }", "gate: There is no parameter \"shift\"")]
    [TestCase("labels: [rgb, depth]\nstyle: { use: fda, target: real }", "the label gate needs the label instance")]
    public void AScenario_IsValidatedWithItsStyle(string style, string message)
    {
        ProgramRun run = ProgramRun.Of("validate", Scenario("wrong", style));

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Out);
        Assert.That(run.Out + run.Error, Does.Match(@"wrong\.yaml:\d+:\d+: style").And.Contain(message));
    }

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    private static ProgramRun Run(params string[] arguments)
    {
        var run = ProgramRun.Of(arguments);
        Assert.That(run.ExitCode, Is.AnyOf(0, 3), run.Error);
        return run;
    }

    private string FirstPicture(string dataset) => Directory.EnumerateFiles(Path($"{dataset}/rgb")).Order(StringComparer.Ordinal).First();

    private string Digest(string dataset, string output) =>
        (string)JsonNode.Parse(File.ReadLines(Path($"{dataset}/frames.jsonl")).First())!["files"]![output]!["pixels_sha256"]!;

    private string SourceType(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/exiftool", ["-s3", "-XMP-iptcExt:DigitalSourceType", Path(file)]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text.Trim().Split('/')[^1];
    }

    private string Scenario(string name, string rest, string from = "[0.2, 1.6, 5.9]")
    {
        string path = Path($"{name}.yaml");
        File.WriteAllText(path, $$"""
            scenario: styles
            version: 1.0.0
            intent: { failure_mode: f, intended_use: [train], artifact_risk: a, real_probe: r, discard_if: d }
            scene: builtin:warehouse-aisle
            environment: { hdr: builtin:studio, intensity: 7 }
            cameras:
              - { name: front, width: 160, height: 120, hfov_deg: 66, pose: { from: {{from}}, look_at: [-0.1, 1.15, -1] } }
              - { name: side, width: 160, height: 120, pose: camera_side }
            cousins: { count: 2, seed: 3, vary: { "lights.*.intensity": [100, 300] } }
            {{rest}}
            """);
        return path;
    }
}
