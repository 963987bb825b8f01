using System.Text.Json.Nodes;
using SensorSim.Datasets.Audit;

namespace SensorSim.UnitTests.Datasets.Audit;

/// <summary>What placement and paths put behind the draws is told by group of objects, not by object.</summary>
[TestFixture]
public sealed class SolvedObjectsTests
{
    [Test]
    public void ThirtyPlacedObjects_AreOneLineWithTheirExtent()
    {
        SampleDraws[] samples = [.. Enumerable.Range(0, 3).Select(s => Sample(s, Enumerable.Range(1, 10 * (s + 1)).Select(i => ($"objects.part_{i}.pose", $"[{i},{-s},0.5,0,0,0,1]"))))];

        Assert.That(SolvedObjects.PlacedIn(samples), Is.EqualTo(new[] { new SolvedObjects("part_*", 30, 3, 10, 30, new(1, -2, 0.5), new(30, 0, 0.5), null, null) }));
        Assert.That(SolvedObjects.TravellingIn(samples), Is.Empty);
        Assert.That(RecordedDraw.Of(samples), Is.Empty, "they are no draws");
    }

    [Test]
    public void AnObjectAlone_KeepsItsName_AndAPathItsSpeedAndStart()
    {
        const string path = """{"points":[[0,0,0],[4,0,-3]],"speed_m_s":SPEED,"starts_at_s":0.5,"faces_ahead":true}""";
        SampleDraws[] samples = [Sample(0, [("objects.cart_1.path", path.Replace("SPEED", "2", StringComparison.Ordinal)), ("objects.jar_1.pose", "[1,2,3,0,0,0,1]")]), Sample(7, [("objects.cart_1.path", path.Replace("SPEED", "1", StringComparison.Ordinal))])];

        Assert.That(SolvedObjects.TravellingIn(samples), Is.EqualTo(new[] { new SolvedObjects("cart_1", 1, 2, 1, 1, new(0, 0, -3), new(4, 0, 0), new(1, 2), new(0.5, 0.5)) }));
        Assert.That(SolvedObjects.PlacedIn(samples).Select(one => (one.Names, one.Samples)), Is.EqualTo(new[] { ("jar_1", 1) }));
    }

    [Test]
    public void WhatIsDrawn_StaysADraw()
    {
        SampleDraws sample = Sample(0, [("parameters.pose", "1"), ("objects.box_1.yaw_deg", "5"), ("objects.box_1.pose", "[1,2,3]")]);

        Assert.That(sample.Solved, Is.Empty);
        Assert.That(sample.Values.Keys, Is.EqualTo(new[] { "parameters.pose", "objects.box_1.yaw_deg", "objects.box_1.pose" }), "three numbers are no pose");
    }

    [Test]
    public void SamplesDrawnAgain_AreCountedWithTheirReasons()
    {
        var tally = new RedrawTally();
        tally.Add(new Dictionary<string, int>(StringComparer.Ordinal) { ["placement part_1"] = 1, ["affordance bin_1 container"] = 3 });
        tally.Add(new Dictionary<string, int>(StringComparer.Ordinal));
        tally.Add(new Dictionary<string, int>(StringComparer.Ordinal) { ["placement part_1"] = 1 });

        RedrawnSamples redrawn = tally.Counts();

        Assert.That(redrawn.Line, Is.EqualTo("drawn again: 2 samples (affordance bin_1 container: 3, placement part_1: 2)"));
        Assert.That(redrawn.ToJson().ToJsonString(), Is.EqualTo("""{"samples":2,"times":5,"reasons":[{"reason":"affordance bin_1 container","samples":1,"times":3},{"reason":"placement part_1","samples":2,"times":2}]}"""));
        Assert.That(new RedrawTally().Counts().Line, Is.Null);
    }

    [Test]
    public void ManyReasons_AreSummedUpInTheLine()
    {
        var tally = new RedrawTally();
        tally.Add(Enumerable.Range(1, 9).ToDictionary(i => $"placement part_{i}", i => 10 - i, StringComparer.Ordinal));

        Assert.That(tally.Counts().Line, Does.StartWith("drawn again: 1 sample (placement part_1: 9, ").And.EndWith("placement part_6: 4, 3 more: 6)"));
    }

    private static SampleDraws Sample(long sample, IEnumerable<(string Name, string Json)> draws) =>
        SampleDraws.Of(sample, draws.ToDictionary(draw => draw.Name, draw => JsonNode.Parse(draw.Json), StringComparer.Ordinal));
}
