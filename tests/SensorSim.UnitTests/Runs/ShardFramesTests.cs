using SensorSim.Hosting.Runs.Planning;

namespace SensorSim.UnitTests.Runs;

[TestFixture]
public sealed class ShardFramesTests
{
    [Test]
    public void Shards_ShareEveryFrameOutOnce([Values(1, 2, 5, 7)] int samples, [Values(1, 3, 8)] int cameras, [Values(1, 2, 6, 40)] int shards)
    {
        ShardFrames[] parts = [.. Enumerable.Range(1, shards).Select(index => new ShardFrames(samples, cameras, 4, new(index, shards)))];

        (long, int)[] views = [.. parts.SelectMany(Views)];

        Assert.That(views, Is.EqualTo(Enumerable.Range(0, samples).SelectMany(sample => Enumerable.Range(0, cameras).Select(camera => ((long)sample, camera)))));
        Assert.That(parts.Select(part => part.Count), Is.EqualTo(parts.Select(part => 4L * Views(part).Count())));
    }

    [Test]
    public void Sample_StaysWholeWhileThereAreEnough()
    {
        var parts = Enumerable.Range(1, 4).Select(index => new ShardFrames(5, 3, 1, new(index, 4)));

        Assert.That(parts.SelectMany(part => part.BySample()), Has.All.Matches<(long, int First, int End)>(part => part is { First: 0, End: 3 }));
    }

    [Test]
    public void Orbit_IsSplitBetweenItsViews() =>
        Assert.That(new ShardFrames(1, 8, 1, new(2, 4)).BySample(), Is.EqualTo(new[] { (0L, 2, 4) }));

    [Test]
    public void LargestRun_IsCountedWithoutOverflow() =>
        Assert.That(new ShardFrames(1_000_000, 100_000, 10_000, Shard.Whole).Count, Is.EqualTo(1_000_000_000_000_000));

    private static IEnumerable<(long Sample, int Camera)> Views(ShardFrames shard) =>
        shard.BySample().SelectMany(part => Enumerable.Range(part.FirstCamera, part.EndCamera - part.FirstCamera).Select(camera => (part.Sample, camera)));
}
