using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;

namespace SensorSim.UnitTests.Datasets.Storage;

public class MergeTests
{
    [Test]
    public void MergedShardsEqualAnUnshardedRun([Values(1, 2, 3)] int shards)
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["whole"], samples: 5);
        string[] parts = Shards(scratch, shards, samples: 5);

        DatasetMerge.Merge([.. parts.Reverse()], scratch["merged"]);

        Assert.That(TinyDataset.Content(scratch["merged"]), Is.EqualTo(TinyDataset.Content(scratch["whole"])));
        Assert.That(DatasetVerifier.Verify(scratch["merged"], []).Findings, Is.Empty);
        Assert.That(DatasetVerifier.Verify(parts[0], []).Findings, Is.Empty);
    }

    [Test]
    public void MissingAndDuplicateShardsAreRefused()
    {
        using var scratch = new ScratchFolder();
        string[] parts = Shards(scratch, 3, samples: 3);

        Refused([parts[0], parts[2]], scratch["out"], "not given: 2");
        Refused([parts[0], parts[1], parts[1]], scratch["out"], "is given twice");
        TinyDataset.CopyFolder(parts[1], scratch["copy"]);
        Refused([parts[0], parts[1], scratch["copy"]], scratch["out"], "is shard 2, and so is");
        Refused([], scratch["out"], "no shards");
    }

    [Test]
    public void TwoBillionMissingShardsAreNotAllNamed()
    {
        using var scratch = new ScratchFolder();
        string part = Shards(scratch, 2, samples: 2)[0], path = Path.Combine(part, DatasetLayout.Description);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"of\":2", "\"of\":2000000000", StringComparison.Ordinal));

        Refused([part], scratch["out"], "not given: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 and 1999999979 more.");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"index\":1", "\"index\":0", StringComparison.Ordinal));
        Refused([part], scratch["out"], "'shard.index' should be an integer from 1 to 2000000000, not 0");
    }

    [Test]
    public void AnImageBehindALinkIsMergedAsAFile()
    {
        using var scratch = new ScratchFolder();
        string[] parts = Shards(scratch, 2, samples: 2);
        string image = Path.Combine(parts[1], "rgb/000001_0001_back.png");
        File.Move(image, scratch["part2/aside.png"]);
        File.CreateSymbolicLink(image, "../aside.png");

        DatasetMerge.Merge(parts, scratch["deep/merged"]);

        Assert.That(DatasetVerifier.Verify(scratch["deep/merged"], []).Findings, Is.Empty);
        Assert.That(new FileInfo(scratch["deep/merged/rgb/000001_0001_back.png"]).LinkTarget, Is.Null);
    }

    [Test]
    public void OtherPlansDevicesAndWholeDatasetsAreRefused()
    {
        using var scratch = new ScratchFolder();
        string[] parts = Shards(scratch, 2, samples: 3);
        TinyDataset.Write(scratch["plan"], samples: 4, shard: new(2, 2));
        TinyDataset.Write(scratch["device"], samples: 3, shard: new(2, 2), deviceClass: "another device");
        TinyDataset.Write(scratch["whole"], samples: 3);

        Refused([parts[0], scratch["plan"]], scratch["out"], "settings.samples was 3, here it is 4");
        Refused([parts[0], scratch["device"]], scratch["out"], "device classes");
        Refused([parts[0], scratch["whole"]], scratch["out"], "not a shard");
        Refused(parts, scratch["whole"], "not empty");
    }

    [Test]
    public void AFailedMergeLeavesNothing()
    {
        using var scratch = new ScratchFolder();
        string[] parts = Shards(scratch, 2, samples: 2);
        File.Delete(Path.Combine(parts[1], "rgb/000001_0001_back.png"));

        Refused(parts, scratch["out"], "000001_0001_back.png");
        Assert.That(Directory.EnumerateDirectories(scratch.Path).Select(Path.GetFileName), Is.EquivalentTo(new[] { "part1", "part2" }));
    }

    [Test]
    public void TwoAtOnceIntoOneFolder_AreOneTooMany()
    {
        using var scratch = new ScratchFolder();
        using (var first = new StagedFolder(scratch["one/out"]))
        {
            File.WriteAllText(Path.Combine(first.Path, "begun"), "");
            Assert.That(() => new StagedFolder(scratch["one/out"]), Throws.TypeOf<DatasetException>().With.Message.Contains("another run is writing into this folder now"));
            first.Commit();
        }

        Assert.That(Directory.EnumerateFileSystemEntries(scratch["one"]).Concat(Directory.EnumerateFiles(scratch["one/out"])).Select(Path.GetFileName), Is.EquivalentTo(new[] { "out", "begun" }));
    }

    [TestCase("rgb/000001_0001_back.png", "rgb/000001_0001_back.png: was changed: SHA-256 is")]
    [TestCase("frames.jsonl", "frames.jsonl:4: the record of 000001_0001_back was changed")]
    public void AShardWithOneChangedByteIsRefused_AndTheFileNamed(string file, string expected)
    {
        using var scratch = new ScratchFolder();
        string[] parts = Shards(scratch, 2, samples: 2);
        string path = Path.Combine(parts[1], file);
        byte[] bytes = File.ReadAllBytes(path);
        int at = file == "frames.jsonl" ? bytes.AsSpan().LastIndexOf("dim-light"u8) : bytes.Length - 20;
        bytes[at] ^= 1;
        File.WriteAllBytes(path, bytes);

        Refused(parts, scratch["out"], expected);
        Assert.That(Directory.Exists(scratch["out"]), Is.False);
    }

    [Test]
    public void ChangedRunMetadataIsRefused()
    {
        using var scratch = new ScratchFolder();
        string[] parts = Shards(scratch, 1, samples: 1);
        string path = Path.Combine(parts[0], "provenance/run-0123456789abcdef.json");
        File.WriteAllText(path, "{}");

        Refused(parts, scratch["out"], path);
    }

    [Test]
    public void AMergeIntoADatasetIsRefused()
    {
        using var scratch = new ScratchFolder();
        string[] parts = Shards(scratch, 2, samples: 2);

        Refused(parts, Path.Combine(parts[0], "rgb/whole"), "lies inside the dataset");
        Assert.That(DatasetVerifier.Verify(parts[0], []).Findings, Is.Empty);
    }

    private static void Refused(string[] shards, string target, string why) =>
        Assert.That(() => DatasetMerge.Merge(shards, target), Throws.TypeOf<DatasetException>().With.Message.Contains(why));

    private static string[] Shards(ScratchFolder scratch, int count, int samples)
    {
        string[] folders = [.. Enumerable.Range(1, count).Select(i => scratch[$"part{i}"])];
        for (int i = 1; i <= count; i++)
            TinyDataset.Write(folders[i - 1], samples, shard: new(i, count));
        return folders;
    }
}
