using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;

namespace SensorSim.UnitTests.Datasets.Storage;

public class DatasetWriterTests
{
    [Test]
    public void AFinishedDatasetHasTheLayoutOfTheContract()
    {
        using var scratch = new ScratchFolder();

        DatasetDescription description = TinyDataset.Write(scratch["a"], samples: 1);

        Assert.That(TinyDataset.Content(scratch["a"]).Keys, Is.SupersetOf(new[]
        {
            "dataset.json", "frames.jsonl", "rgb/000000_0000_front.png", "depth/000000_0001_back.png",
            "instance/000000_0000_back.png", "semantic/000000_0000_front.png", "provenance/chunks/000000.sha256", "provenance/checkpoint.txt",
        }));
        Assert.That(File.Exists(Path.Combine(scratch["a"], DatasetLayout.Journal)), Is.False);
        Assert.That(description.Counts, Is.EqualTo(new DatasetCounts(4, 1, 8, 0, 16, description.Counts.Bytes)));
        Assert.That(DatasetReader.Open(scratch["a"]).Frames().Select(f => f.Frame), Is.EqualTo(new[]
        {
            "000000_0000_front", "000000_0000_back", "000000_0001_front", "000000_0001_back",
        }));
    }

    [Test]
    public void ThreadsAndOrderDoNotChangeAByte()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["one"]);
        TinyDataset.Write(scratch["four"], threads: 4);
        using (DatasetWriter writer = DatasetWriter.Create(scratch["reversed"], TinyDataset.Plan()))
        {
            foreach (FrameContent frame in TinyDataset.Frames().Reverse())
                writer.Write(frame);
            writer.Finish();
        }

        Assert.That(TinyDataset.Content(scratch["four"]), Is.EqualTo(TinyDataset.Content(scratch["one"])));
        Assert.That(TinyDataset.Content(scratch["reversed"]), Is.EqualTo(TinyDataset.Content(scratch["one"])));
    }

    [Test]
    public void RecordsAndPixelsReadBack()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        DatasetReader reader = DatasetReader.Open(scratch["a"]);
        FrameContent written = TinyDataset.Frame(0, 1, "back");

        FrameRecord read = reader.Find("000000_0001_back")!;

        Assert.That(FrameRecordJson.Serialize(read with { Files = written.Record.Files }), Is.EqualTo(FrameRecordJson.Serialize(written.Record)));
        foreach ((string output, SensorSim.Signals.PixelPlane plane) in written.Planes)
        {
            Assert.That(reader.ReadImage(read.Files[output]).Bytes.ToArray(), Is.EqualTo(plane.Bytes.ToArray()));
            Assert.That(read.Files[output].PixelsSha256, Is.EqualTo(PixelDigest.Of(plane)));
        }

        Assert.That(read.Files["depth"], Has.Property("Kind").EqualTo("planar").And.Property("ScaleM").EqualTo(0.001).And.Property("Invalid").EqualTo(0));
    }

    [Test]
    public void AFolderThatHoldsSomethingIsNotOverwritten()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["whole"]);
        DatasetWriter.Create(scratch["begun"], TinyDataset.Plan()).Dispose();

        Assert.That(() => DatasetWriter.Create(scratch["whole"], TinyDataset.Plan()), Throws.TypeOf<DatasetException>().With.Message.Contains("already holds a dataset"));
        Assert.That(() => DatasetWriter.Create(scratch["begun"], TinyDataset.Plan()), Throws.TypeOf<DatasetException>().With.Message.Contains("--resume"));
        Assert.That(() => DatasetWriter.Resume(scratch["whole"], TinyDataset.Plan(9)), Throws.TypeOf<DatasetException>().With.Message.Contains("another plan"));
        Assert.That(() => DatasetWriter.Resume(scratch["begun"], TinyDataset.Plan(9)), Throws.TypeOf<DatasetException>().With.Message.Contains("another plan"));
        Assert.That(() => DatasetWriter.Resume(scratch["begun"], TinyDataset.Plan(), new(1, 2)), Throws.TypeOf<DatasetException>().With.Message.Contains("shard"));
    }

    [Test]
    public void TwoRunsCannotWriteToOneFolder()
    {
        using var scratch = new ScratchFolder();
        using DatasetWriter first = DatasetWriter.Create(scratch["a"], TinyDataset.Plan());
        first.Write(TinyDataset.Frame(0, 0, "front"));

        Assert.That(() => DatasetWriter.Resume(scratch["a"], TinyDataset.Plan()), Throws.TypeOf<DatasetException>().With.Message.Contains("another run"));

        foreach (FrameContent frame in TinyDataset.Frames().Skip(1))
            first.Write(frame);
        Assert.That(first.Finish().Counts.Frames, Is.EqualTo(12));
    }

    [Test]
    public void FramesThatDoNotBelongToThePlanAreRefused()
    {
        using var scratch = new ScratchFolder();
        using DatasetWriter writer = DatasetWriter.Create(scratch["a"], TinyDataset.Plan());
        FrameContent frame = TinyDataset.Frame(0, 0, "front");
        writer.Write(frame);

        Assert.That(() => writer.Write(frame), Throws.ArgumentException.With.Message.Contains("before"));
        Assert.That(() => writer.Write(TinyDataset.Frame(0, 0, "side")), Throws.ArgumentException.With.Message.Contains("side"));
        Assert.That(() => writer.Write(frame with { Record = frame.Record with { Frame = "../x" } }), Throws.ArgumentException);
        Assert.That(() => DatasetWriter.Create(scratch["b"], TinyDataset.Plan() with { Cameras = ["../up"] }), Throws.ArgumentException.With.Message.Contains("../up"));
    }

    [Test]
    public void AWriteThatFailsNamesItsPath()
    {
        using var scratch = new ScratchFolder();
        using DatasetWriter writer = DatasetWriter.Create(scratch["a"], TinyDataset.Plan());
        File.WriteAllText(Path.Combine(scratch["a"], "rgb"), "a file where a folder should be");

        Assert.That(() => writer.Write(TinyDataset.Frame(0, 0, "front")), Throws.TypeOf<DatasetException>().With.Message.Contains(Path.Combine(scratch["a"], "rgb")));
        Assert.That(writer.IsFinished("000000_0000_front"), Is.False);
    }

    [Test]
    public void PathsCannotLeadOutOfTheDataset([Values("../x.png", "/etc/passwd", "rgb/../../x", "", "a//b", "..\\x")] string path) =>
        Assert.That(() => DatasetLayout.Resolve("/data", path), Throws.TypeOf<DatasetException>());
}
