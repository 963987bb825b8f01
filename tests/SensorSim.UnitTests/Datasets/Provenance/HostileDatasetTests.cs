using System.Text;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Records;
using SensorSim.Signals;
using SensorSim.UnitTests.Datasets.Storage;

namespace SensorSim.UnitTests.Datasets.Provenance;

/// <summary>Datasets that somebody made to break the program that reads them: each is a finding or an error that names its file.</summary>
public class HostileDatasetTests
{
    private ScratchFolder _scratch = null!;

    [SetUp]
    public void WriteDataset()
    {
        _scratch = new();
        TinyDataset.Write(_scratch["a"], samples: 1);
    }

    [TearDown]
    public void Remove() => _scratch.Dispose();

    [TestCase("\"pixels_sha256\":", "\"offset\":-5,\"pixels_sha256\":", "'files.depth.offset' should be an integer of at least 0, not -5")]
    [TestCase("\"invalid\":0", "\"invalid\":5000000000", "'files.depth.invalid' should be an integer from 0 to 2147483647, not 5000000000")]
    [TestCase("depth/000000_0000_front.png", "depth/000000_0000_front.png\\u0000", "leads out of the dataset")]
    public void AReferenceThatNoFileHasIsAFinding(string before, string after, string expected)
    {
        Edit("frames.jsonl", before, after);

        Assert.That(Findings(), Has.Some.Contains(expected));
    }

    [Test]
    public void ALabelOfAnotherKindIsAFinding_AndNobodyComputesWithIt()
    {
        FrameContent frame = TinyDataset.Frame(0, 0, "front");
        var planes = new Dictionary<string, PixelPlane>(frame.Planes, StringComparer.Ordinal)
        {
            ["depth"] = new(TinyDataset.Width, TinyDataset.Height, 1, SampleType.UInt8, new byte[TinyDataset.Width * TinyDataset.Height]),
            ["semantic"] = new(TinyDataset.Width, 1, 1, SampleType.UInt8, new byte[TinyDataset.Width]),
        };
        using (DatasetWriter writer = DatasetWriter.Create(_scratch["b"], TinyDataset.Plan(1)))
        {
            writer.Write(frame with { Planes = planes, Encodings = new Dictionary<string, PlaneEncoding>(StringComparer.Ordinal) });
            writer.Finish();
        }

        DatasetReader dataset = DatasetReader.Open(_scratch["b"]);
        FrameRecord record = dataset.Frames().Single();
        Assert.That(Findings("b"), Has.One.Contains("depth/000000_0000_front.png: has 1 channels of UInt8, expected 1 of UInt16 or Float32"));
        Assert.That(() => dataset.ReadOutput(record, "depth"), Throws.TypeOf<DatasetException>().With.Message.Contains("depth/000000_0000_front.png: has 1 channels of UInt8"));
        Assert.That(() => dataset.ReadOutput(record, "semantic"), Throws.TypeOf<DatasetException>().With.Message.Contains("is 8x1, expected 8x6"));
        Assert.That(dataset.ReadOutput(record, "instance").SampleType, Is.EqualTo(SampleType.UInt16));
    }

    [Test]
    public void AFileBeyondAllMeasureIsAnErrorThatNamesIt()
    {
        Lengthen("dataset.json", 3L << 30);

        Assert.That(() => DatasetReader.Open(_scratch["a"]), Throws.TypeOf<DatasetException>().With.Message.Contains("dataset.json: has 3221225472 bytes"));
    }

    [Test]
    public void ALineWithoutEndIsAnErrorThatNamesIt()
    {
        string path = Path.Combine(_scratch["a"], "frames.jsonl");
        Lengthen("frames.jsonl", 200_000);

        Assert.That(() => TextLine.Read(path, longest: 100_000).Count(), Throws.TypeOf<DatasetException>().With.Message.Contains("frames.jsonl:5: has more than 100000 bytes"));
        Assert.That(TextLine.Read(path).Count(), Is.EqualTo(5));
    }

    [Test]
    public void ALinkThatLeadsBackIsOneFinding()
    {
        Directory.CreateSymbolicLink(Path.Combine(_scratch["a"], "again"), ".");

        Assert.That(Findings(), Is.EqualTo(new[] { "again: is not part of the dataset." }));
    }

    [Test]
    public void ImagesBehindALinkAreThoseOfTheDataset()
    {
        Directory.Move(Path.Combine(_scratch["a"], "rgb"), _scratch["elsewhere"]);
        Directory.CreateSymbolicLink(Path.Combine(_scratch["a"], "rgb"), "../elsewhere");
        Assert.That(Findings(), Is.Empty);

        File.WriteAllText(_scratch["elsewhere/000000_0000_front.png"], "changed");
        Assert.That(Findings(), Is.Not.Empty);
    }

    [Test]
    public void ResumingRemovesNothingBehindALink()
    {
        Directory.CreateDirectory(_scratch["elsewhere"]);
        File.WriteAllText(_scratch["elsewhere/other.json.tmp~"], "another run's");
        using (DatasetWriter begun = DatasetWriter.Create(_scratch["b"], TinyDataset.Plan(1))) begun.Write(TinyDataset.Frame(0, 0, "front"));
        Directory.CreateSymbolicLink(_scratch["b/link"], "../elsewhere");
        File.WriteAllText(_scratch["b/rgb/own.tmp~"], "");

        DatasetWriter.Resume(_scratch["b"], TinyDataset.Plan(1)).Dispose();

        Assert.That(File.Exists(_scratch["elsewhere/other.json.tmp~"]), Is.True);
        Assert.That(File.Exists(_scratch["b/rgb/own.tmp~"]), Is.False);
    }

    [Test]
    public void APipeAmongTheRunsFactsHoldsUpNobody()
    {
        string path = Path.Combine(_scratch["a"], DatasetLayout.Provenance, "run-a.json");
        SpecialFile.ReplaceByPipe(path);

        Assert.That(RecordedAssets.FolderOf(DatasetReader.Open(_scratch["a"])), Is.Null);

        File.Delete(path);
        File.WriteAllText(path, """{"asset_folder":"/","asset_folder":"/"}""");
        Assert.That(RecordedAssets.FolderOf(DatasetReader.Open(_scratch["a"])), Is.Null);
    }

    private string[] Findings(string name = "a") => [.. DatasetVerifier.Verify(_scratch[name], []).Findings.Select(finding => finding.ToString())];

    private void Lengthen(string name, long bytes)
    {
        using FileStream file = File.OpenWrite(Path.Combine(_scratch["a"], name));
        file.SetLength(bytes);
    }

    private void Edit(string name, string before, string after)
    {
        string path = Path.Combine(_scratch["a"], name), text = File.ReadAllText(path);
        int at = text.IndexOf(before, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + after + text[(at + before.Length)..], new UTF8Encoding(false));
    }
}
