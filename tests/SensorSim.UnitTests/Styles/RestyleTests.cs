using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Audit;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Styles;
using SensorSim.OnnxNetworks;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Styles;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Datasets.Images;
using SensorSim.UnitTests.Datasets.Storage;
using SensorSim.UnitTests.Onnx;

namespace SensorSim.UnitTests.Styles;

/// <summary>A style over a finished dataset.</summary>
public class RestyleTests
{
    private ScratchFolder _scratch = null!;

    [SetUp]
    public void WriteDataset()
    {
        _scratch = new();
        TinyDataset.Write(_scratch["old"]);
        Directory.CreateDirectory(_scratch["real/a"]);
        for (int i = 0; i < 3; i++)
        {
            File.WriteAllBytes(_scratch[$"real/a/{i}.png"], PngEncoder.Encode(Planes.Noise(20, 10, 3, SampleType.UInt8, 900 + i)));
        }
    }

    [TearDown]
    public void Remove() => _scratch.Dispose();

    [Test]
    public void The_Pictures_Are_New_And_Everything_Else_Is_The_Same_File()
    {
        DatasetDescription made = Restyle("new")!;

        Assert.That(DatasetVerifier.Verify(_scratch["new"], []).Findings, Is.Empty);
        Assert.That(made.Counts.Frames, Is.EqualTo(12));
        foreach ((FrameRecord before, FrameRecord after) in DatasetReader.Open(_scratch["old"]).Frames().Zip(DatasetReader.Open(_scratch["new"]).Frames()))
        {
            Assert.That(after.Files["rgb"].PixelsSha256, Is.Not.EqualTo(before.Files["rgb"].PixelsSha256));
            Assert.That(after.Files.Where(file => file.Key != "rgb"), Is.EquivalentTo(before.Files.Where(file => file.Key != "rgb")));
            Assert.That(after.Objects, Is.EqualTo(before.Objects).UsingPropertiesComparer());
            Assert.That(after.Style![0].Before, Is.EqualTo(before.Files["rgb"].PixelsSha256));
        }

        Assert.That(TinyDataset.Content(_scratch["new"]).Where(file => file.Key.StartsWith("depth/", StringComparison.Ordinal)), Is.EqualTo(TinyDataset.Content(_scratch["old"]).Where(file => file.Key.StartsWith("depth/", StringComparison.Ordinal))));
    }

    [Test]
    public void Records_And_Description_Say_What_Was_Done_And_To_What()
    {
        Restyle("new");

        var made = DatasetReader.Open(_scratch["new"]);
        StyleRecord style = made.Frames().First().Style![0];
        Assert.That((style.Use, style.Nature, style.IsDeterministic, style.Stage, style.Seed), Is.EqualTo(("style.fda", "statistical", true, "after_sensor", ulong.MaxValue)));
        Assert.That((double)style.Parameters["beta"]!, Is.EqualTo(0.3));
        Assert.That((style.Target!.Pattern, style.Target.Count), Is.EqualTo(("real/**/*.png", 3)));
        Assert.That((string?)style.Evidence["target_sha256"], Has.Length.EqualTo(64));
        Assert.That(made.Frames().First().Provenance.Plugins.Keys, Is.EquivalentTo(new[] { "camera.noise", "style.fda" }));
        JsonNode link = made.Description.Plan.Settings["restyled"]![0]!;
        Assert.That((string?)link["source_merkle_root"], Is.EqualTo(DatasetReader.Open(_scratch["old"]).Description.MerkleRoot));
        Assert.That((string?)link["style"]!["use"], Is.EqualTo("style.fda"));
    }

    [Test]
    public void Stopped_And_Resumed_It_Is_The_Same_To_The_Byte()
    {
        Restyle("new");
        using var stop = new CancellationTokenSource();
        var progress = new Stopping(3, stop);

        Assert.That(new RestyleRun(Plan("again")) { Encoders = 1 }.Execute(progress, stop.Token), Is.Null);
        Assert.That(DatasetWriter.IsBegun(_scratch["again"]), Is.True);
        Assert.That(new RestyleRun(Plan("again", resume: true)).Execute(new Stopping(int.MaxValue, stop), default), Is.Not.Null);

        Assert.That(Stable("again"), Is.EqualTo(Stable("new")));
        Assert.That(Directory.Exists(_scratch["again.style-work"]), Is.False);
    }

    [Test]
    public void A_Second_Style_Comes_Behind_The_First()
    {
        Restyle("new");

        var plan = RestylePlan.Of(new(_scratch["new"], Settings("style.color"), _scratch.Path, _scratch["third"]), SensorBench.Catalog);
        new RestyleRun(plan).Execute(new Stopping(int.MaxValue, null), default);

        var third = DatasetReader.Open(_scratch["third"]);
        Assert.That(third.Frames().First().Style!.Select(style => style.Use), Is.EqualTo(new[] { "style.fda", "style.color" }));
        Assert.That(third.Description.Plan.Settings["restyled"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That(DatasetVerifier.Verify(_scratch["third"], []).Findings, Is.Empty);
    }

    [Test]
    public void What_Was_Not_Held_To_Labels_Does_Not_Pass_With_The_Next_Style()
    {
        Run("old", "loose", Settings("style.fda") with { Gate = StyleGate.Default with { OnFailure = GateAction.Off } });

        DatasetDescription made = Run("loose", "next", Settings("style.color") with { Use = new("style.color", new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["strength"] = 0 }) })!;

        Assert.That((made.Gate!.Passed, made.Gate.Failed[GateFailureRecord.Earlier], made.Counts.Rejected), Is.EqualTo((0, 12, 12)));
        Assert.That(DatasetReader.Open(_scratch["next"]).Frames().First().Rejected, Is.EqualTo("style: earlier style: style.fda before was not held to the labels"));
        StyleUse[] styles = [.. DatasetContent.Read(DatasetReader.Open(_scratch["next"])).Styles];
        Assert.That(styles.Select(style => (style.Use, style.Frames, style.Passed, style.Failed, style.Unjudged)), Is.EqualTo(new[] { ("style.fda", 12L, 0L, 0L, 12L), ("style.color", 12L, 0L, 12L, 0L) }));
    }

    [Test]
    public void Raw_Numbers_Are_No_Colours()
    {
        TinyDataset.Write(_scratch["raw"], change: record => record with { Provenance = record.Provenance with { Render = new JsonObject { ["output"] = "raw" } } });

        Assert.That(() => Run("raw", "new", Settings("style.fda")), Throws.TypeOf<RequestException>().With.Message.Contains("wrote raw numbers, which are no colours to restyle"));
    }

    [Test]
    public void A_Picture_That_Was_Changed_Is_Not_Restyled()
    {
        string picture = _scratch["old/rgb/000001_0000_back.png"];
        byte[] bytes = File.ReadAllBytes(picture);
        bytes[^20] ^= 1;
        File.WriteAllBytes(picture, bytes);

        Assert.That(() => Restyle("new"), Throws.TypeOf<DatasetException>().With.Message.Contains("000001_0000_back.png: was changed"));
    }

    [Test]
    public void A_Dataset_With_An_Edited_Record_Is_Refused()
    {
        string frames = _scratch["old/frames.jsonl"];
        File.WriteAllText(frames, File.ReadAllText(frames).Replace("\"dim-light\"", "\"dim-lighT\"", StringComparison.Ordinal));

        Assert.That(() => Restyle("new"), Throws.TypeOf<DatasetException>().With.Message.Contains("frames.jsonl"));
        Assert.That(Directory.Exists(_scratch["new"]), Is.False);
    }

    [TestCase("style.fdo", null, "There is no style \"style.fdo\". Did you mean \"style.fda\"?")]
    [TestCase("camera.noise", "real/a", "camera.noise is a sensor plugin, no style.")]
    [TestCase("style.fda", null, "style.fda goes by real images: name them as the target")]
    [TestCase("style.fda", "real/*.png", "target real/*.png: no image is there (looked for /")]
    [TestCase("style.fda", "old/frames.jsonl", "frames.jsonl: Neither PNG, JPEG nor WebP.")]
    public void What_Cannot_Be_Had_Is_Told_Before_Anything_Is_Written(string id, string? target, string message)
    {
        Assert.That(() => RestylePlan.Of(new(_scratch["old"], new(new(id, new Dictionary<string, JsonNode?>(StringComparer.Ordinal))) { Target = target }, _scratch.Path, _scratch["new"]), SensorBench.Catalog), Throws.TypeOf<RequestException>().With.Message.Contains(message));
        Assert.That(Directory.Exists(_scratch["new"]), Is.False);
    }

    [Test]
    public void A_Wrong_Parameter_Is_Told_With_Its_Range()
    {
        Assert.That(
            () => RestylePlan.Of(new(_scratch["old"], new(new("style.fda", new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["beta"] = 2, ["gamma"] = 1 })) { Target = "real/a" }, _scratch.Path, _scratch["new"]), SensorBench.Catalog),
            Throws.TypeOf<RequestException>().With.Message.Contains("\"beta\" is 2; expected a number").And.Message.Contains("There is no parameter \"gamma\""));
    }

    [Test]
    public void A_Folder_A_File_And_A_Dataset_Are_Targets_Too()
    {
        Assert.That(TargetImages.Find("real/a", _scratch.Path).Images.Select(image => image.Name), Is.EqualTo(new[] { "0.png", "1.png", "2.png" }));
        Assert.That(TargetImages.Find(_scratch["real/a/1.png"], "/").Images.Select(image => image.Name), Is.EqualTo(new[] { "1.png" }));
        Assert.That(TargetImages.Find("r?al/*/2.*", _scratch.Path).Images, Has.Count.EqualTo(1));
        Assert.That(TargetImages.Find("old", _scratch.Path).Images, Has.Count.EqualTo(12), "the pictures, not the labels");
        Assert.That(() => TargetImages.Find("old/instance", _scratch.Path), Throws.TypeOf<RequestException>().With.Message.Contains("is a label of a dataset and no picture"));
    }

    [Test]
    public void The_File_Alone_Says_What_Touched_It()
    {
        Restyle("new");

        Assert.That(Encoding.Latin1.GetString(File.ReadAllBytes(_scratch["new/rgb/000000_0000_front.png"])), Does.Contain("digitalsourcetype/composite<"));
    }

    [Test]
    public void A_Detector_Looks_Before_And_After()
    {
        OnnxTests.Require();
        // Always in the same place, as certain as the picture is bright: the first box of the first frame.
        File.WriteAllBytes(_scratch["cans.onnx"], DetectorNetworks.Boxes([0, 1, 2, 4], [100], [0]));
        File.WriteAllText(_scratch["cans.detector.json"], """{ "categories": ["box"], "output": { "form": "boxes", "names": ["boxes", "scores", "labels"] }, "least_score": 0.01 }""");
        StyleSettings settings = Settings("style.fda") with { Gate = StyleGate.Default with { Detector = "cans.onnx" } };

        new RestyleRun(RestylePlan.Of(new(_scratch["old"], settings, _scratch.Path, _scratch["new"]), SensorBench.Catalog)).Execute(new Stopping(int.MaxValue, null), default);

        DetectionAgreementRecord found = DatasetReader.Open(_scratch["new"]).Frames().First().Style![0].Gate!.Detections!;
        Assert.That((found.RecallBefore, found.PrecisionBefore, found.RecallDrop), Is.EqualTo((1.0, 1.0, 0.0)));
        Assert.That(DatasetVerifier.Verify(_scratch["new"], []).Findings, Is.Empty);
    }

    private DatasetDescription? Run(string from, string to, StyleSettings settings) =>
        new RestyleRun(RestylePlan.Of(new(_scratch[from], settings, _scratch.Path, _scratch[to]), SensorBench.Catalog)).Execute(new Stopping(int.MaxValue, null), default);

    private DatasetDescription? Restyle(string output) => new RestyleRun(Plan(output)).Execute(new Stopping(int.MaxValue, null), default);

    private RestylePlan Plan(string output, bool resume = false) => RestylePlan.Of(new(_scratch["old"], Settings("style.fda"), _scratch.Path, _scratch[output]) { Resume = resume }, SensorBench.Catalog);

    private StyleSettings Settings(string id) =>
        new(new PluginUse(id, id == "style.fda" ? new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["beta"] = 0.3 } : new Dictionary<string, JsonNode?>(StringComparer.Ordinal))) { Target = "real/**/*.png" };

    // What depends on the hour is outside of the dataset's identity.
    private Dictionary<string, string> Stable(string folder) =>
        TinyDataset.Content(_scratch[folder]).Where(file => !file.Key.StartsWith("provenance/run-", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

    private sealed class Stopping(int frames, CancellationTokenSource? stop) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value >= frames)
            {
                stop?.Cancel();
            }
        }
    }
}
