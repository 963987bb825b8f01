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

        FrameRecord read = reader.Find("000000_0001_back")!.Record;

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
        Assert.That(() => DatasetWriter.Resume(scratch["begun"], TinyDataset.Plan(9)), Throws.TypeOf<DatasetException>().With.Message.Contains("another plan or shard: plan.settings.samples was 3, here it is 9."));
        DatasetPlan renamed = TinyDataset.Plan() with { Cameras = ["front", "side"] };
        Assert.That(() => DatasetWriter.Resume(scratch["whole"], renamed), Throws.TypeOf<DatasetException>().With.Message.Contains("another plan: cameras[1] was \"back\", here it is \"side\"."));
        Assert.That(() => DatasetWriter.Resume(scratch["begun"], TinyDataset.Plan(), new(1, 2)), Throws.TypeOf<DatasetException>().With.Message.Contains("shard"));
    }

    [Test]
    public void AFolderWithOtherFilesIsLeftAlone([Values] bool resume)
    {
        using var scratch = new ScratchFolder();
        Directory.CreateDirectory(scratch["holidays/beach"]);
        File.WriteAllText(scratch["holidays/beach/1.jpg"], "x");

        Assert.That(
            () => resume ? DatasetWriter.Resume(scratch["holidays"], TinyDataset.Plan()) : DatasetWriter.Create(scratch["holidays"], TinyDataset.Plan()),
            Throws.TypeOf<DatasetException>().With.Message.StartsWith($"{scratch["holidays"]}: the folder holds other files (beach"));
        Assert.That(TinyDataset.Content(scratch["holidays"]).Keys, Is.EqualTo(new[] { "beach/1.jpg" }));
        Assert.That(Directory.EnumerateDirectories(scratch["holidays"]).Count(), Is.EqualTo(1));
    }

    [Test]
    public void AFileIsNoFolder([Values("note.txt", "note.txt/out")] string path)
    {
        using var scratch = new ScratchFolder();
        File.WriteAllText(scratch["note.txt"], "x");

        Assert.That(
            () => DatasetWriter.Create(scratch[path], TinyDataset.Plan()),
            Throws.TypeOf<DatasetException>().With.Message.StartsWith($"{scratch["note.txt"]}: this is a file"));
    }

    [Test]
    public void WhatARunLeavesThatDiesBeforeItsJournalIsNoHindrance()
    {
        using var scratch = new ScratchFolder();
        Directory.CreateDirectory(scratch["a/provenance"]);
        File.WriteAllText(scratch["a/provenance/run.lock"], "");
        File.WriteAllText(scratch["a/provenance/journal.jsonl.tmp~"], "{");

        Assert.That(() => DatasetWriter.Create(scratch["a"], TinyDataset.Plan()).Dispose(), Throws.Nothing);
    }

    [Test]
    public void AnAbandonedRunLeavesNothing_UnlessAFrameIsFinished()
    {
        using var scratch = new ScratchFolder();
        Directory.CreateDirectory(scratch["there"]);
        foreach (string name in (string[])["new", "there"])
        {
            using DatasetWriter writer = DatasetWriter.Create(scratch[name], TinyDataset.Plan());
            writer.Abandon();
        }

        using DatasetWriter begun = DatasetWriter.Create(scratch["begun"], TinyDataset.Plan());
        begun.Write(TinyDataset.Frame(0, 0, "front"));
        begun.Abandon();

        Assert.That(Directory.Exists(scratch["new"]), Is.False);
        Assert.That(Directory.EnumerateFileSystemEntries(scratch["there"]), Is.Empty);
        Assert.That(DatasetWriter.IsBegun(scratch["begun"]), Is.True);
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
    public void AFolderThatARunIsWritingIntoIsSaidToBe_AndReadersToo([Values] bool resume)
    {
        using var scratch = new ScratchFolder();
        using (DatasetWriter.Create(scratch["a"], TinyDataset.Plan()))
        {
            Assert.That(() => DatasetWriter.CheckFolder(scratch["a"], resume), Throws.TypeOf<DatasetException>().With.Message.Contains("another run is writing into this folder now"));
            Assert.That(() => DatasetReader.Open(scratch["a"]), Throws.TypeOf<DatasetException>().With.Message.Contains("a run is writing this dataset now"));
        }

        Assert.That(() => DatasetReader.Open(scratch["a"]), Throws.TypeOf<DatasetException>().With.Message.Contains("carry on with the command that writes it (render or restyle) and --resume."));
        Assert.That(() => DatasetWriter.CheckFolder(scratch["a"], resume: true), Throws.Nothing);
    }

    [Test]
    public void AFolderInsideADatasetIsRefused_FinishedOrNot([Values("finished", "begun")] string outer, [Values("inner", "rgb/deep/inner", "provenance")] string inner)
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["finished"], samples: 1);
        DatasetWriter.Create(scratch["begun"], TinyDataset.Plan()).Dispose();
        string folder = Path.Combine(scratch[outer], inner);
        string[] before = Directory.GetFileSystemEntries(scratch[outer], "*", SearchOption.AllDirectories);

        Assert.That(() => DatasetWriter.CheckFolder(folder, resume: false), Throws.TypeOf<DatasetException>().With.Message.Contains($"inside the dataset {scratch[outer]}"));
        Assert.That(() => DatasetWriter.Create(folder, TinyDataset.Plan()), Throws.TypeOf<DatasetException>().With.Message.Contains($"inside the dataset {scratch[outer]}"));
        Assert.That(DatasetReader.Enclosing(folder), Is.EqualTo(scratch[outer]));
        Assert.That(Directory.GetFileSystemEntries(scratch[outer], "*", SearchOption.AllDirectories), Is.EquivalentTo(before));
    }

    [Test]
    public void AnotherProgramsDatasetJsonIsNoHindrance()
    {
        using var scratch = new ScratchFolder();
        File.WriteAllText(scratch["dataset.json"], "{}");

        Assert.That(() => DatasetWriter.Create(scratch["mine"], TinyDataset.Plan()).Dispose(), Throws.Nothing);
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
    public void AWriteThatFailsSaysItsPathOnceAndLeavesNoTemporaryFile()
    {
        using var scratch = new ScratchFolder();
        using DatasetWriter writer = DatasetWriter.Create(scratch["a"], TinyDataset.Plan());
        string inTheWay = Path.Combine(scratch["a"], "depth", "000000_0000_front.png");
        Directory.CreateDirectory(Path.Combine(inTheWay, "of somebody"));

        var failure = Assert.Throws<DatasetException>(() => writer.Write(TinyDataset.Frame(0, 0, "front")));

        Assert.That(failure!.Message.Split(inTheWay), Has.Length.EqualTo(2), failure.Message);
        Assert.That(failure.Message, Does.Not.Contain(".tmp~"));
        Assert.That(Directory.EnumerateFiles(scratch["a"], "*.tmp~", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void PathsCannotLeadOutOfTheDataset([Values("../x.png", "/etc/passwd", "rgb/../../x", "", "a//b", "..\\x")] string path) =>
        Assert.That(() => DatasetLayout.Resolve("/data", path), Throws.TypeOf<DatasetException>());
}
