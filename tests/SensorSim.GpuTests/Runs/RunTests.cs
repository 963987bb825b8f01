using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Records;
using SensorSim.Signals;

namespace SensorSim.GpuTests.Runs;

/// <summary>From a scenario to a dataset: the same bytes however the run went, and every frame back from its record.</summary>
public sealed class RunTests : GpuFixture
{
    private SmallRuns _runs = null!;

    [SetUp]
    public void Begin() => _runs = new(Device);

    [TearDown]
    public void End() => _runs.Dispose();

    [Test]
    public void Dataset_IsSoundAndComplete()
    {
        DatasetDescription? description = _runs.Render("whole");
        VerificationReport report = DatasetVerifier.Verify(_runs.Folder("whole"), []);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(description!.Counts.Frames, Is.EqualTo(12));
            Assert.That(report.Findings, Is.Empty);
        }
    }

    [Test]
    public void Record_NamesEveryShaderThatMayHaveRun()
    {
        _runs.Render("whole");
        FrameRecord record = DatasetReader.Open(_runs.Folder("whole")).Frames().First();
        string[] passes = [.. Directory.EnumerateFiles(Path.Combine(ProgramFolders.Shaders, "passes")).Select(file => "passes/" + Path.GetFileName(file))];
        Assert.That(record.Provenance.Shaders.Keys, Is.SupersetOf(passes));
        Assert.That(record.Provenance.Shaders.Keys.Where(shader => shader.StartsWith("sensor/", StringComparison.Ordinal)), Is.Not.Empty);
    }

    // The time that the first sample takes belongs to the rate.
    [Test]
    public void Progress_IsToldBeforeTheFirstSampleIsDrawn()
    {
        var told = new List<long>();
        _runs.Render("told", progress: told.Add);
        Assert.That(told, Is.EqualTo(Enumerable.Range(0, 13)));
    }

    [Test]
    public void EncoderThreads_DoNotChangeABit()
    {
        _runs.Render("one", encoders: 1);
        _runs.Render("four", encoders: 4);
        Assert.That(_runs.Contents("four"), Is.EqualTo(_runs.Contents("one")));
    }

    // Three samples: with 2 shards samples stay whole, with 5 they are split between cameras, with 7 one shard is empty.
    [TestCase(2)]
    [TestCase(5)]
    [TestCase(7)]
    public void MergedShards_EqualAWholeRun(int shards)
    {
        _runs.Render("whole");
        string[] names = [.. Enumerable.Range(1, shards).Select(index => FormattableString.Invariant($"part-{index}"))];
        foreach ((int index, string name) in names.Index()) _runs.Render(name, _runs.Plan(request => request with { Shard = new(index + 1, shards) }));
        DatasetMerge.Merge([.. names.Reverse().Select(_runs.Folder)], _runs.Folder("merged"));
        Assert.That(_runs.Contents("merged"), Is.EqualTo(_runs.Contents("whole")));
    }

    [Test]
    public void StoppedRun_ResumesToTheSameBytes()
    {
        _runs.Render("whole");
        using var stop = new CancellationTokenSource();
        DatasetDescription? stopped = _runs.Render("stopped", progress: done => StopAfter(3, done, stop), stop: stop.Token);
        Assert.That(stopped, Is.Null, "The run was to stop before its end.");
        _runs.Render("stopped", resume: true);
        Assert.That(_runs.Contents("stopped"), Is.EqualTo(_runs.Contents("whole")));
    }

    [Test]
    public void Frames_AreRebuiltFromTheirRecordsAlone()
    {
        _runs.Render("whole");
        foreach (FrameRecord record in DatasetReader.Open(_runs.Folder("whole")).Frames().Where((_, index) => index % 5 == 0))
        {
            IReadOnlyDictionary<string, PixelPlane> planes =
                new FrameReplay(record, _runs.Assets, _runs.Catalog).Render(Device, ProgramFolders.OpenShaders());
            Assert.That(
                planes.ToDictionary(plane => plane.Key, plane => PixelDigest.Of(plane.Value), StringComparer.Ordinal),
                Is.EqualTo(record.Files.ToDictionary(file => file.Key, file => file.Value.PixelsSha256, StringComparer.Ordinal)),
                record.Frame);
        }
    }

    [Test]
    public void DamagedDataset_IsMendedToTheSameBytes()
    {
        _runs.Render("whole");
        IReadOnlyDictionary<string, string> before = _runs.Contents("whole");
        File.Delete(Path.Combine(_runs.Folder("whole"), "rgb/000001_0000_side.png"));
        File.AppendAllText(Path.Combine(_runs.Folder("whole"), "depth/000002_0001_front.png"), "x");
        var said = new List<string>();

        _runs.Render("whole", resume: true, say: said.Add);

        Assert.That(_runs.Contents("whole"), Is.EqualTo(before));
        Assert.That(said, Has.Some.Contains("2 frames are rendered again").And.Some.Contains("rgb/000001_0000_side.png: the file is missing").And.Some.StartsWith("mended"));
        said.Clear();
        _runs.Render("whole", resume: true, say: said.Add);
        Assert.That(said, Is.EqualTo(new[] { "finished before: the records and 60 files are as they were written (SHA-256)" }));
    }

    [Test]
    public void SensorImages_SayWhatTheyAreMadeFrom_LabelsSayNothing()
    {
        _runs.Render("whole");
        string[] marked = [.. Directory.EnumerateFiles(_runs.Folder("whole"), "*.png", SearchOption.AllDirectories)
            .Where(path => File.ReadAllBytes(path).AsSpan().IndexOf("digitalsourcetype/composite<"u8) >= 0)];
        Assert.That(marked.Select(path => Path.GetFileName(Path.GetDirectoryName(path))), Has.Exactly(12).EqualTo("rgb").And.All.EqualTo("rgb"));
    }

    [TestCase("draw", "'draws'")]
    [TestCase("stage", "'sensor[0]': There is no sensor or lens plugin")]
    [TestCase("object", "'objects' should have the instance_id 1 to")]
    [TestCase("output", "'files.heat': there is no such output")]
    [TestCase("pose", "'camera_to_world' should be a rotation and a translation")]
    public void EditedRecord_IsNotRendered(string edit, string expected)
    {
        _runs.Render("whole");
        FrameRecord record = DatasetReader.Open(_runs.Folder("whole")).Frames().First();
        FrameRecord edited = edit switch
        {
            "draw" => record with { Draws = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["lights.none.intensity"] = 1 } },
            "stage" => record with { Sensor = [record.Sensor[0] with { Use = "camera.nois" }] },
            "object" => record with { Objects = [.. record.Objects.Skip(1)] },
            "output" => record with { Files = new Dictionary<string, FileReference>(StringComparer.Ordinal) { ["heat"] = record.Files["rgb"] } },
            _ => record with { CameraToWorld = [.. record.CameraToWorld.Select(value => 2 * value)] },
        };

        Assert.That(
            () => new FrameReplay(edited, _runs.Assets, _runs.Catalog).Render(Device, ProgramFolders.OpenShaders()),
            Throws.TypeOf<FormatException>().With.Message.StartsWith(expected).And.Message.Not.Contains("Parameter"));
    }

    private static void StopAfter(long limit, long done, CancellationTokenSource stop)
    {
        if (done >= limit)
        {
            stop.Cancel();
        }
    }
}
