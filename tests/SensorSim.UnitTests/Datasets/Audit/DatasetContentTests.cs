using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Audit;
using SensorSim.Datasets.Storage;
using SensorSim.UnitTests.Datasets.Storage;

namespace SensorSim.UnitTests.Datasets.Audit;

[TestFixture]
public sealed class DatasetContentTests
{
    [Test]
    public void OneReading_HasLabelsFailureModesAndDraws()
    {
        using var scratch = new ScratchFolder();
        TinyDataset.Write(scratch["whole"], samples: 3);

        DatasetContent content = DatasetContent.Read(DatasetReader.Open(scratch["whole"]));

        Assert.That(content.FailureModes, Is.EqualTo(new[] { new FailureModeCount("dim-light", 12, 3, 0) }));
        Assert.That(content.Draws.Select(sample => sample.Sample), Is.EqualTo(new long[] { 0, 1, 2 }));
        Assert.That(content.Labels.Categories.Select(category => (category.Name, category.Objects, category.NotVisible)), Is.EqualTo(new[] { ("box", 12L, 0L), ("can", 12L, 12L) }));
    }

    [Test]
    public void FailureModes_CountWhatIsRejectedApart()
    {
        FrameRecord frame = SeenFrames.Of();

        IReadOnlyList<FailureModeCount> modes = FailureModeCount.Of([frame, frame with { Sample = 1 }, frame with { Sample = 1, Rejected = "dark" }, frame with { FailureMode = null }]);

        Assert.That(modes, Is.EqualTo(new[] { new FailureModeCount(null, 1, 1, 0), new FailureModeCount("dim light", 2, 2, 1) }));
    }

    [Test]
    public void RecordedDraws_HaveARangeWhereAllAreNumbers()
    {
        SampleDraws[] samples = [Sample("""{"a":2,"b":"x","c":1}"""), Sample("""{"a":-1.5,"b":"x","c":"y"}"""), Sample("""{"a":2}""")];

        Assert.That(RecordedDraw.Of(samples), Is.EqualTo(new RecordedDraw[] { new("a", 3, 2, -1.5, 2), new("b", 2, 1, null, null), new("c", 2, 2, null, null) }));
    }

    private static SampleDraws Sample(string json) => SampleDraws.Of(0, JsonNode.Parse(json)!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
}
