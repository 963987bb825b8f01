using System.Text.RegularExpressions;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.UnitTests.Datasets.Storage;

namespace SensorSim.UnitTests.Datasets.Provenance;

/// <summary>Whether one record is the one that was written.</summary>
public class WrittenRecordsTests
{
    [Test]
    public void EveryLineOfAnIntactDatasetIsAsWritten()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"]);
        DatasetReader dataset = DatasetReader.Open(scratch["a"]);

        Assert.That(dataset.FrameLines().Select(line => WrittenRecords.ProblemOf(dataset, line)), Has.Exactly(12).Null);
    }

    [TestCase("\"visible_px\":6", "\"visible_px\":5")]
    [TestCase("\"seed\":\"18446744073709551615\"", "\"seed\":\"18446744073709551614\"")]
    [TestCase("\"shaders\":{\"shade\":\"ef\"}", "\"shaders\":{\"shade\":\"ee\"}")]
    public void AnEditedRecordIsSaidToBe(string from, string to)
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        string path = Path.Combine(scratch["a"], DatasetLayout.Frames), text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(from));
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        DatasetReader dataset = DatasetReader.Open(scratch["a"]);

        Assert.That(WrittenRecords.ProblemOf(dataset, dataset.Find("000000_0000_back")!), Does.StartWith("the record of 000000_0000_back was changed: its hash is"));
    }

    // The file that was changed is named, and not the one that no longer fits it.
    [TestCase(DatasetLayout.Description, "\"merkle_root\": *\"[0-9a-f]{64}", "\"merkle_root\":\"0000000000000000000000000000000000000000000000000000000000000000", "dataset.json: was changed, or provenance/checkpoint.txt was")]
    [TestCase(DatasetLayout.Frames, "\"visible_px\":6", "\"visible_px\":5", "frames.jsonl:1: the record of")]
    public void OfWhatNoLongerFits_TheChangedFileIsNamed(string file, string from, string to, string expected)
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        string path = Path.Combine(scratch["a"], file), text = File.ReadAllText(path), changed = new Regex(from).Replace(text, to, 1);
        Assert.That(changed, Is.Not.EqualTo(text));
        File.WriteAllText(path, changed);

        Assert.That(() => WrittenRecords.Require(DatasetReader.Open(scratch["a"])), Throws.TypeOf<DatasetException>().With.Message.Contains(expected));
    }

    [Test]
    public void AManifestThatDatasetJsonDoesNotNameVouchesForNothing()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        File.AppendAllText(Path.Combine(scratch["a"], DatasetLayout.ChunkManifest(0)), "# \n");
        DatasetReader dataset = DatasetReader.Open(scratch["a"]);

        Assert.That(WrittenRecords.ProblemOf(dataset, dataset.Find("000000_0000_back")!), Does.Contain("cannot be checked: provenance/chunks/000000.sha256"));
    }

    [Test]
    public void AnAddedRecordIsSaidToBe()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["a"], samples: 1);
        TinyDataset.Write(scratch["b"], samples: 2);
        File.Copy(Path.Combine(scratch["b"], DatasetLayout.Frames), Path.Combine(scratch["a"], DatasetLayout.Frames), overwrite: true);
        DatasetReader dataset = DatasetReader.Open(scratch["a"]);

        Assert.That(WrittenRecords.ProblemOf(dataset, dataset.Find("000001_0000_back")!), Does.Contain("was added"));
    }
}
