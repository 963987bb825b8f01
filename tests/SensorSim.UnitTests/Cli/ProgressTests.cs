using SensorSim.Cli.Console;

namespace SensorSim.UnitTests.Cli;

[TestFixture]
public sealed class ProgressTests
{
    private readonly ManualClock _clock = new();

    [Test]
    public void Rate_CountsOnlyWhatThisRunDid()
    {
        var rate = new RateEstimate(1000, _clock);
        rate.Report(400); // done by an earlier run
        Assert.That(rate.PerSecond, Is.Null);

        _clock.Advance(2);
        rate.Report(500);

        Assert.That(rate.PerSecond, Is.EqualTo(50));
        Assert.That(rate.Remaining, Is.EqualTo(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public void Rate_IsUnknownInTheFirstSecond()
    {
        var rate = new RateEstimate(8, _clock);
        rate.Report(1);
        _clock.Advance(0.01);
        rate.Report(8);

        Assert.That(rate.PerSecond, Is.Null);
    }

    [TestCase(1, "1 frame")]
    [TestCase(12, "12 frames")]
    public void Counts_HaveTheirPlural(long count, string text) => Assert.That(Quantity.Of(count, "frame"), Is.EqualTo(text));

    [TestCase(1, "1 byte")]
    [TestCase(812, "812 bytes")]
    [TestCase(1_000, "1.0 kB")]
    [TestCase(999_949, "999.9 kB")]
    [TestCase(999_950, "1.0 MB")]
    [TestCase(9_240_000, "9.2 MB")]
    [TestCase(1_500_000_000, "1.5 GB")]
    public void Sizes_ReadWell(long bytes, string text) => Assert.That(Quantity.Bytes(bytes), Is.EqualTo(text));

    [Test]
    public void Rate_IsNotThatOfTheFirstAlone()
    {
        var rate = new RateEstimate(10, _clock);
        rate.Report(0);
        _clock.Advance(20); // shaders compile
        rate.Report(1);
        Assert.That((rate.PerSecond, rate.Remaining), Is.EqualTo(((double?)null, (TimeSpan?)null)));

        _clock.Advance(4);
        rate.Report(2);
        Assert.That(rate.Remaining, Is.EqualTo(TimeSpan.FromSeconds(96)));
    }

    [Test]
    public void Rate_ForgetsWhatIsLongAgo()
    {
        var rate = new RateEstimate(1_000_000, _clock);
        for (int second = 0; second <= 100; second++)
        {
            rate.Report(second * 10); // slow at first: shaders compile
            _clock.Advance(1);
        }

        for (int second = 0; second <= 70; second++)
        {
            rate.Report(1000 + (second * 100));
            _clock.Advance(1);
        }

        Assert.That(rate.PerSecond, Is.EqualTo(100));
    }

    [Test]
    public void Rate_OfBurstsIsThatOfAWholeMinute()
    {
        var rate = new RateEstimate(1000, _clock);
        int done = 0;
        for (int second = 0; second <= 60; second++)
        {
            rate.Report(done += second % 20 == 1 ? 8 : 0); // physics, then the frames of an episode
            _clock.Advance(1);
        }

        Assert.That(rate.PerSecond, Is.EqualTo(0.4));
    }

    [Test]
    public void Remaining_IsUnknownWhileNothingMoves()
    {
        var rate = new RateEstimate(10, _clock);
        rate.Report(3);
        _clock.Advance(5);
        rate.Report(3);

        Assert.That(rate.Remaining, Is.Null);
    }

    [TestCase(0.5, "2.0 s each")]
    [TestCase(41.26, "41.3/s")]
    [TestCase(1234.6, "1235/s")]
    [TestCase(null, "")]
    public void Rate_ReadsWell(double? perSecond, string text) => Assert.That(ProgressText.Rate(perSecond), Is.EqualTo(text));

    [TestCase(7, "0:07")]
    [TestCase(750, "12:30")]
    [TestCase(11_100, "3:05:00")]
    [TestCase(187_200, "2 d 4:00:00")]
    public void Duration_ReadsWell(int seconds, string text) =>
        Assert.That(ProgressText.Duration(TimeSpan.FromSeconds(seconds)), Is.EqualTo(text));

    [Test]
    public void Lines_ComeAtFivePercentButNotTwiceInTwoSeconds()
    {
        string[] lines = Run(total: 100, seconds: 100); // one percent a second

        Assert.That(lines, Has.Length.EqualTo(20));
        Assert.That(lines[0], Is.EqualTo("5/100 frames  5%  1.0/s  ETA 1:35"));
        Assert.That(lines[^1], Is.EqualTo("100/100 frames  100%  1.0/s"));
        Assert.That(Run(total: 8, seconds: 8), Has.Length.EqualTo(4)); // a frame each second: every other one
    }

    [Test]
    public void Lines_ComeAtLeastEveryHalfMinute()
    {
        Assert.That(Run(total: 36_000, seconds: 300), Has.Length.EqualTo(10));
    }

    /// <summary>Reports once a second, evenly, and returns what was printed.</summary>
    private string[] Run(long total, int seconds)
    {
        using var writer = new StringWriter();
        using (var lines = new ProgressLines(writer, "frames", total, _clock))
        {
            lines.Report(0);
            for (int second = 1; second <= seconds; second++)
            {
                _clock.Advance(1);
                lines.Report(second * Math.Min(total / seconds, 1));
            }
        }

        return writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
