using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;

namespace SensorSim.UnitTests.Datasets.Storage;

public class ResumeTests
{
    [Test]
    public void AJournalCutAtAnyByteResumesToTheSameDataset()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["whole"], samples: 1);
        SortedDictionary<string, string> expected = TinyDataset.Content(scratch["whole"]);
        WriteJournal(scratch["begun"], frames: 3);
        byte[] journal = File.ReadAllBytes(Path.Combine(scratch["begun"], DatasetLayout.Journal));
        var cuts = Enumerable.Range(0, journal.Length + 1).Where(length => length % 37 == 0 || IsNearNewline(journal, length));
        foreach (int length in cuts)
        {
            string folder = scratch[$"cut{length}"];
            TinyDataset.CopyFolder(scratch["begun"], folder);
            File.WriteAllBytes(Path.Combine(folder, DatasetLayout.Journal), journal[..length]);

            int finished = Complete(folder);

            Assert.That(finished, Is.EqualTo(Math.Max(0, journal[..length].Count(b => b == '\n') - 1)), $"{length} bytes");
            Assert.That(TinyDataset.Content(folder), Is.EqualTo(expected), $"{length} bytes");
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void AFrameWithADamagedOrMissingFileIsRenderedAgain()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["whole"], samples: 1);
        WriteJournal(scratch["begun"], frames: 3);
        File.Delete(Path.Combine(scratch["begun"], "depth/000000_0000_front.png"));
        FlipByte(Path.Combine(scratch["begun"], "rgb/000000_0000_back.png"), 40);

        Assert.That(Complete(scratch["begun"]), Is.EqualTo(1));
        Assert.That(TinyDataset.Content(scratch["begun"]), Is.EqualTo(TinyDataset.Content(scratch["whole"])));
    }

    [Test]
    public void UnfinishedAndUnlistedFilesAreRemoved_StrangersStay()
    {
        using var scratch = new ScratchFolder();
        WriteJournal(scratch["a"], frames: 1);
        string unlisted = Path.Combine(scratch["a"], "rgb/000002_0000_front.png"), torn = Path.Combine(scratch["a"], "rgb/000001_0000_front.png.tmp~"), note = Path.Combine(scratch["a"], "rgb/notes.txt");
        File.WriteAllText(unlisted, "x");
        File.WriteAllText(torn, "x");
        File.WriteAllText(note, "x");

        DatasetWriter.Resume(scratch["a"], TinyDataset.Plan(1)).Dispose();

        Assert.That((File.Exists(unlisted), File.Exists(torn), File.Exists(note)), Is.EqualTo((false, false, true)));
        Assert.That(File.Exists(Path.Combine(scratch["a"], "rgb/000000_0000_front.png")));
    }

    [Test]
    public void DyingWhileFinishingIsMended([Values("frames.jsonl", "frames.jsonl provenance/chunks/000000.sha256", "frames.jsonl provenance/chunks/000000.sha256 provenance/checkpoint.txt")] string written)
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["whole"], samples: 1);
        WriteJournal(scratch["begun"], frames: 4);
        foreach (string path in written.Split(' '))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(scratch["begun"], path))!);
            File.WriteAllText(Path.Combine(scratch["begun"], path), "half a fi");
            File.WriteAllText(Path.Combine(scratch["begun"], path) + ".tmp~", "half");
        }

        Assert.That(Complete(scratch["begun"]), Is.EqualTo(4));
        Assert.That(TinyDataset.Content(scratch["begun"]), Is.EqualTo(TinyDataset.Content(scratch["whole"])));
    }

    [Test]
    public void DyingAfterTheDescriptionButBeforeTheJournalIsGone()
    {
        using var scratch = new ScratchFolder();
        WriteJournal(scratch["begun"], frames: 4);
        byte[] journal = File.ReadAllBytes(Path.Combine(scratch["begun"], DatasetLayout.Journal));
        Complete(scratch["begun"]);
        SortedDictionary<string, string> expected = TinyDataset.Content(scratch["begun"]);
        File.WriteAllBytes(Path.Combine(scratch["begun"], DatasetLayout.Journal), journal);

        Assert.That(Complete(scratch["begun"]), Is.EqualTo(4));
        Assert.That(TinyDataset.Content(scratch["begun"]), Is.EqualTo(expected));
    }

    [Test]
    public void StoppingWhileFinishingLeavesARunToResume()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["whole"], samples: 1);
        using (DatasetWriter writer = DatasetWriter.Create(scratch["begun"], TinyDataset.Plan(1)))
        {
            foreach (FrameContent frame in TinyDataset.Frames(1))
                writer.Write(frame);
            Assert.That(() => writer.Finish(new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        }

        Assert.That(Directory.EnumerateFiles(scratch["begun"], "*.tmp~", SearchOption.AllDirectories), Is.Empty);
        Assert.That(Complete(scratch["begun"]), Is.EqualTo(4));
        Assert.That(TinyDataset.Content(scratch["begun"]), Is.EqualTo(TinyDataset.Content(scratch["whole"])));
    }

    [Test]
    public void GarbageInTheMiddleOfAJournalCostsOnlyItsLine()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["whole"], samples: 1);
        WriteJournal(scratch["begun"], frames: 3);
        string path = Path.Combine(scratch["begun"], DatasetLayout.Journal);
        string[] lines = File.ReadAllLines(path);
        File.WriteAllText(path, string.Join('\n', lines[0], lines[1], "{\"frame\":", "\0\0\0", lines[2], lines[2], lines[3]) + "\n");

        Assert.That(Complete(scratch["begun"]), Is.EqualTo(3));
        Assert.That(TinyDataset.Content(scratch["begun"]), Is.EqualTo(TinyDataset.Content(scratch["whole"])));
    }

    [Test]
    public void ResumingInAnEmptyFolderStarts()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["whole"], samples: 1);

        Assert.That(Complete(scratch["fresh"]), Is.Zero);
        Assert.That(TinyDataset.Content(scratch["fresh"]), Is.EqualTo(TinyDataset.Content(scratch["whole"])));
        Assert.That(DatasetVerifier.Verify(scratch["fresh"], []).Findings, Is.Empty);
    }

    private static bool IsNearNewline(byte[] bytes, int at) =>
        bytes.AsSpan(Math.Max(0, at - 2), Math.Min(bytes.Length, at + 2) - Math.Max(0, at - 2)).Contains((byte)'\n');

    /// <summary>Writes the first frames of a one-sample plan and leaves without finishing, as a killed run does.</summary>
    private static void WriteJournal(string folder, int frames)
    {
        using DatasetWriter writer = DatasetWriter.Create(folder, TinyDataset.Plan(1));
        foreach (FrameContent frame in TinyDataset.Frames(1).Take(frames))
            writer.Write(frame);
    }

    /// <summary>Resumes and finishes; returns how many frames counted as finished.</summary>
    private static int Complete(string folder)
    {
        using DatasetWriter writer = DatasetWriter.Resume(folder, TinyDataset.Plan(1));
        int finished = writer.FinishedFrames.Count;
        foreach (FrameContent frame in TinyDataset.Frames(1).Where(f => !writer.IsFinished(f.Record.Frame)))
            writer.Write(frame);
        writer.Finish();
        return finished;
    }

    private static void FlipByte(string path, int at)
    {
        byte[] bytes = File.ReadAllBytes(path);
        bytes[at] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
