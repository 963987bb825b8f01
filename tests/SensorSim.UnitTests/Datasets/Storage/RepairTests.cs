using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.UnitTests.Datasets.Provenance;

namespace SensorSim.UnitTests.Datasets.Storage;

/// <summary>Resuming a dataset that was finished and then damaged.</summary>
public class RepairTests
{
    private const string Png = "rgb/000000_0001_front.png";

    [Test]
    public void AWholeDatasetIsLeftAlone_AndEveryFileWasRead()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        SortedDictionary<string, string> before = TinyDataset.Content(scratch["a"]);

        using (DatasetWriter writer = DatasetWriter.Resume(scratch["a"], TinyDataset.Plan(1)))
        {
            ResumeReport report = writer.ResumeReport!;
            Assert.That((report.IsWhole, report.Files, report.Missing, report.MerkleRoot), Is.EqualTo((true, 16, 0, writer.Finish().MerkleRoot)));
        }

        Assert.That(TinyDataset.Content(scratch["a"]), Is.EqualTo(before));
    }

    [TestCase("delete", Png, 3)]
    [TestCase("flip", Png, 3)]
    [TestCase("cut", Png, 3)]
    [TestCase("edit", "frames.jsonl", 3)]
    [TestCase("break", "frames.jsonl", 3)]
    [TestCase("repeat", "frames.jsonl", 4)]
    [TestCase("delete", "frames.jsonl", 0)]
    [TestCase("empty", "frames.jsonl", 0)]
    [TestCase("folder", Png, 3)]
    [TestCase("delete", "provenance/chunks/000000.sha256", 4)]
    [TestCase("flip", "provenance/chunks/000000.sha256", 4)]
    [TestCase("delete", "provenance/checkpoint.txt", 4)]
    [TestCase("flip", "provenance/checkpoint.txt", 4)]
    [TestCase("delete", "provenance/attestation.dsse.json", 4, false)]
    public void WhatIsDamagedIsMadeAgain_AndTheDatasetIsTheSame(string damage, string file, int keptFrames, bool keepsSignature = true)
    {
        using var scratch = new ScratchFolder();
        using SigningKey key = SigningKeyTests.NewKey();
        string folder = scratch["a"], path = Path.Combine(folder, file);
        TinyDataset.Write(folder, samples: 1);
        SortedDictionary<string, string> unsigned = TinyDataset.Content(folder);
        Attestation.Sign(folder, key);
        SortedDictionary<string, string> signed = TinyDataset.Content(folder);
        Damage(path, damage);

        ResumeReport report = Mend(folder, keptFrames);

        Assert.That(report.Problems, Has.Some.Contains(file));
        bool isSigned = keepsSignature && file is not "provenance/checkpoint.txt";
        Assert.That(report.HasBrokenSignature, Is.EqualTo(!isSigned));
        Assert.That(TinyDataset.Content(folder), Is.EqualTo(isSigned ? signed : unsigned));
        Assert.That(DatasetVerifier.Verify(folder, []).Findings, Is.Empty);
        using DatasetWriter again = DatasetWriter.Resume(folder, TinyDataset.Plan(1));
        Assert.That(again.ResumeReport!.IsWhole);
    }

    [Test]
    public void ARepairThatIsKilledGoesOn()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        SortedDictionary<string, string> before = TinyDataset.Content(scratch["a"]);
        foreach (string image in Directory.GetFiles(Path.Combine(scratch["a"], "depth")))
            File.Delete(image);
        using (DatasetWriter writer = DatasetWriter.Resume(scratch["a"], TinyDataset.Plan(1)))
            writer.Write(TinyDataset.Frame(0, 0, "back"));

        Mend(scratch["a"], keptFrames: 1);

        Assert.That(TinyDataset.Content(scratch["a"]), Is.EqualTo(before));
    }

    [Test]
    public void ABrokenSignatureIsReportedBesideBrokenRecords()
    {
        using var scratch = new ScratchFolder();
        using SigningKey key = SigningKeyTests.NewKey();
        TinyDataset.Write(scratch["a"], samples: 1);
        SortedDictionary<string, string> unsigned = TinyDataset.Content(scratch["a"]);
        Attestation.Sign(scratch["a"], key);
        Damage(Path.Combine(scratch["a"], DatasetLayout.Frames), "delete");
        Damage(Path.Combine(scratch["a"], DatasetLayout.Signer), "delete");

        Assert.That(Mend(scratch["a"], keptFrames: 0).HasBrokenSignature);
        Assert.That(TinyDataset.Content(scratch["a"]), Is.EqualTo(unsigned));
    }

    [Test]
    public void AnotherPlanIsRefused_HoweverDamagedTheDatasetIs()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        File.Delete(Path.Combine(scratch["a"], Png));

        Assert.That(
            () => DatasetWriter.Resume(scratch["a"], TinyDataset.Plan(2)),
            Throws.TypeOf<DatasetException>().With.Message.Contains("another plan").And.Property(nameof(DatasetException.IsOfAnotherPlan)).True);
    }

    [Test]
    public void AnotherPlanIsNamedByWhatDiffers()
    {
        using var scratch = new ScratchFolder();
        DatasetPlan plan = TinyDataset.Plan(1);
        plan.Settings["assets"] = new System.Text.Json.Nodes.JsonObject { ["room.glb"] = "aa" };
        TinyDataset.Write(scratch["a"], samples: 1);
        DatasetPlan changed = plan with { DeviceClass = "elsewhere" };

        Assert.That(
            () => DatasetWriter.Resume(scratch["a"], changed),
            Throws.TypeOf<DatasetException>().With.Message.Contains("device_class was \"").And.Message.Contains("here it is \"elsewhere\"")
                .And.Message.Contains("settings.assets was nothing, here it is {\"room.glb\":\"aa\"}"));
        Assert.That(
            () => DatasetWriter.Resume(scratch["a"], TinyDataset.Plan(1), new DatasetShard(1, 2)),
            Throws.TypeOf<DatasetException>().With.Message.Contains("the shard was the whole, here it is 1/2"));
    }

    [Test]
    public void AFolderWithFilesInAnImagesPlaceIsLeftToItsOwner()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        SpecialFile.ReplaceByFolder(Path.Combine(scratch["a"], Png));
        string stranger = Path.Combine(scratch["a"], Png, "notes.txt");
        File.WriteAllText(stranger, "mine");

        Assert.That(() => Mend(scratch["a"], keptFrames: 3), Throws.TypeOf<DatasetException>().With.Message.Contains(Png));
        Assert.That(File.Exists(stranger));
    }

    [Test]
    public void APipeForADescriptionIsNoOtherPlan()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        SpecialFile.ReplaceByPipe(Path.Combine(scratch["a"], DatasetLayout.Description));

        Assert.That(
            () => DatasetWriter.Resume(scratch["a"], TinyDataset.Plan(1)),
            Throws.TypeOf<DatasetException>().With.Message.Contains("named pipe").And.Property(nameof(DatasetException.IsOfAnotherPlan)).False);
    }

    [Test]
    public void ARepairThatCannotRenderLosesNothingMore()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        File.Delete(Path.Combine(scratch["a"], Png));
        SortedDictionary<string, string> before = TinyDataset.Content(scratch["a"]);

        DatasetWriter.Resume(scratch["a"], TinyDataset.Plan(1)).Dispose();

        SortedDictionary<string, string> after = TinyDataset.Content(scratch["a"]);
        after.Remove(DatasetLayout.Journal);
        Assert.That(after, Is.EqualTo(before));
    }

    private static ResumeReport Mend(string folder, int keptFrames)
    {
        using DatasetWriter writer = DatasetWriter.Resume(folder, TinyDataset.Plan(1));
        Assert.That((writer.FinishedFrames.Count, writer.ResumeReport!.Missing), Is.EqualTo((keptFrames, 4L - keptFrames)));
        foreach (FrameContent frame in TinyDataset.Frames(1).Where(f => !writer.IsFinished(f.Record.Frame)))
            writer.Write(frame);
        Assert.That(writer.Finish().MerkleRoot, Is.EqualTo(writer.ResumeReport.MerkleRoot));
        return writer.ResumeReport;
    }

    private static void Damage(string path, string damage)
    {
        byte[] bytes = File.ReadAllBytes(path);
        string text = System.Text.Encoding.UTF8.GetString(bytes);
        switch (damage)
        {
            case "delete":
                File.Delete(path);
                break;
            case "folder":
                SpecialFile.ReplaceByFolder(path);
                break;
            case "empty":
                File.WriteAllText(path, "");
                break;
            case "flip":
                bytes[^20] ^= 1;
                File.WriteAllBytes(path, bytes);
                break;
            case "cut":
                File.WriteAllBytes(path, bytes[..^1]);
                break;
            case "edit":
                int at = text.LastIndexOf("\"visible_px\":1", StringComparison.Ordinal);
                File.WriteAllText(path, text[..at] + "\"visible_px\":2" + text[(at + 14)..]);
                break;
            case "break":
                File.WriteAllText(path, "{" + text);
                break;
            default:
                File.WriteAllText(path, text + text.Split('\n')[0] + "\n");
                break;
        }
    }
}
