using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;

namespace SensorSim.UnitTests.Datasets.Preservation;

public class TemporalGateTests
{
    private static readonly PreservationGate s_gate = new();

    [Test]
    public void A_Disc_That_Moves_As_Its_Flow_Says_Neither_Flickers_Nor_Errs()
    {
        GateRecord record = Judge(restyledX: 3, brighter: 0);

        Assert.That(Disc(record).Flicker, Is.EqualTo(0).Within(1e-3));
        Assert.That(Disc(record).MotionErrorPx, Is.EqualTo(new[] { 0.0, 0.0 }).Within(0.1));
        Assert.That(record.Verdict, Is.EqualTo(GateRecord.Pass));
    }

    [TestCase(0.1)]
    [TestCase(-0.07)]
    public void A_Surface_That_Changes_Flickers_By_As_Much(double brighter)
    {
        GateRecord record = Judge(restyledX: 3, brighter);

        Assert.That(Disc(record).Flicker, Is.EqualTo(Math.Abs(brighter)).Within(2e-3));
        Assert.That(record.Failures.Select(failure => failure.Kind), Is.All.EqualTo(GateFailureRecord.Flicker));
        Assert.That(record.Failures, Is.Not.Empty);
    }

    [Test]
    public void A_Disc_That_Stays_Though_Its_Flow_Moves_It_Errs_By_The_Flow()
    {
        GateRecord record = Judge(restyledX: 0, brighter: 0);

        Assert.That(Disc(record).MotionErrorPx, Is.EqualTo(new[] { -3.0, 0.0 }).Within(0.15));
        Assert.That(record.Failures.Select(failure => failure.Kind), Does.Contain(GateFailureRecord.Motion));
    }

    [Test]
    public void At_A_Contact_Less_Error_Is_Allowed()
    {
        ContactEventRecord touch = new(0.1, "disc", "ground", ContactEventRecord.Begin);
        GateRecord free = Judge(restyledX: 1.8, brighter: 0), touching = Judge(restyledX: 1.8, brighter: 0, touch);

        Assert.That(Disc(touching).MotionErrorPx![0], Is.EqualTo(-1.2).Within(0.15));
        Assert.That(free.Failures.Select(failure => failure.Kind), Does.Not.Contain(GateFailureRecord.Motion).And.Not.Contain(GateFailureRecord.Contact));
        Assert.That(touching.Failures.Select(failure => failure.Kind), Does.Contain(GateFailureRecord.Contact));
    }

    // The disc moves by 3 pixels; restyled, it is seen to move by another amount, and everything gets brighter.
    private static GateRecord Judge(double restyledX, double brighter, params ContactEventRecord[] contacts)
    {
        StyledFrame first = DiscFrame.Styled(DiscFrame.Picture()) with { Flow = DiscFrame.Flow(3, 0) };
        var second = new StyledFrame(DiscFrame.Picture(3), DiscFrame.Picture(restyledX, then: (_, _, _, value) => value + brighter), DiscFrame.InstanceAt(3, 0)) { Names = first.Names, Contacts = contacts };
        return s_gate.Judge(second, first);
    }

    private static GateInstanceRecord Disc(GateRecord record) => record.Instances.Single(instance => instance.InstanceId == 1);
}
