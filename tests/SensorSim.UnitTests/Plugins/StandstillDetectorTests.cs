using SensorSim.Hosting.Plugins;

namespace SensorSim.UnitTests.Plugins;

/// <summary>What counts as hanging: one and the same thing, still on when the time is over.</summary>
public sealed class StandstillDetectorTests
{
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);
    private static readonly object s_thread = new();

    private StandstillDetector _detector = new(TimeSpan.Zero);

    [SetUp]
    public void Forget() => _detector = new(TimeSpan.FromSeconds(3));

    [Test]
    public void OneThatStays_IsFoundWhenTheLimitIsOver() =>
        Assert.That(Enumerable.Range(0, 6).Select(_ => Look(Activity(s_thread, 1)) is not null), Is.EqualTo(new[] { false, false, false, false, true, true }));

    [Test]
    public void ManyShortOnes_AreNoStandstill() =>
        Assert.That(Enumerable.Range(0, 20).Select(i => Look(Activity(s_thread, i))), Is.All.Null);

    [Test]
    public void OneThatStaysBesideOthersThatPass_IsTheOneFound()
    {
        object other = new();
        PluginActivity? found = null;
        for (int i = 0; i < 6; i++) found = Look(Activity(other, i), Activity(s_thread, 1), Activity(other, 100 + i));
        Assert.That(found!.Place, Is.SameAs(s_thread));
    }

    [TestCase(1, 4)]
    [TestCase(6, 7)]
    public void OneThatMayTakeLonger_HasItsOwnLimit(int seconds, int found)
    {
        PluginActivity patient = Activity(s_thread, 1) with { Limit = TimeSpan.FromSeconds(seconds) };
        Assert.That(Enumerable.Range(0, 10).First(_ => Look(patient) is not null), Is.EqualTo(found));
    }

    [Test]
    public void OneThatEndsAndComesAgain_BeginsAnew()
    {
        for (int i = 0; i < 3; i++) Look(Activity(s_thread, 1));
        Look();
        Assert.That(Enumerable.Range(0, 4).Select(_ => Look(Activity(s_thread, 1))), Is.All.Null);
    }

    private static PluginActivity Activity(object place, long number) => new(place, number, () => "");

    private PluginActivity? Look(params PluginActivity[] running) => _detector.Look(running, s_look);
}
