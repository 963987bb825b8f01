using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;

namespace SensorSim.UnitTests.Datasets.Preservation;

public class TemporalGateTests
{
    private static readonly PreservationGate s_gate = new();

    [TestCase(3)]
    [TestCase(2.4)]
    public void A_Disc_That_Moves_As_Its_Flow_Says_Neither_Flickers_Nor_Errs(double movement)
    {
        GateRecord record = Judge(restyledX: movement, brighter: 0, movement);

        Assert.That(Disc(record).Flicker, Is.EqualTo(0).Within(1e-3));
        Assert.That(Disc(record).MotionErrorPx, Is.EqualTo(new[] { 0.0, 0.0 }).Within(0.1));
        Assert.That(record.Verdict, Is.EqualTo(GateRecord.Pass));
    }

    [TestCase(0.1)]
    [TestCase(-0.07)]
    public void A_Surface_That_Changes_Flickers_By_As_Much(double brighter)
    {
        GateRecord record = Judge(restyledX: 3, brighter, movement: 3);

        Assert.That(Disc(record).Flicker, Is.EqualTo(Math.Abs(brighter)).Within(2e-3));
        Assert.That(record.Failures.Select(failure => failure.Kind), Is.All.EqualTo(GateFailureRecord.Flicker));
        Assert.That(record.Failures, Is.Not.Empty);
    }

    [Test]
    public void A_Disc_That_Stays_Though_Its_Flow_Moves_It_Errs_By_The_Flow()
    {
        GateRecord record = Judge(restyledX: 0, brighter: 0, movement: 3);

        Assert.That(Disc(record).MotionErrorPx, Is.EqualTo(new[] { -3.0, 0.0 }).Within(0.15));
        Assert.That(record.Failures.Select(failure => failure.Kind), Does.Contain(GateFailureRecord.Motion));
    }

    [Test]
    public void At_A_Contact_Less_Error_Is_Allowed()
    {
        ContactEventRecord touch = new(0.1, "disc", "ground", ContactEventRecord.Begin);
        GateRecord free = Judge(restyledX: 1.8, brighter: 0, movement: 3), touching = Judge(restyledX: 1.8, brighter: 0, movement: 3, touch);

        Assert.That(Disc(touching).MotionErrorPx![0], Is.EqualTo(-1.2).Within(0.15));
        Assert.That(free.Failures.Select(failure => failure.Kind), Does.Not.Contain(GateFailureRecord.Motion).And.Not.Contain(GateFailureRecord.Contact));
        Assert.That(touching.Failures.Select(failure => failure.Kind), Does.Contain(GateFailureRecord.Contact));
    }

    // The disc lies still until it is struck, at the second frame, and then moves by 3 px from frame to frame. In the restyled clip it begins when it should, or one frame late, or early.
    [TestCase(0, null)]
    [TestCase(1, GateFailureRecord.Contact)]
    [TestCase(-1, GateFailureRecord.Contact)]
    public void A_Disc_That_Is_Struck_Moves_From_That_Instant_On(int late, string? kind)
    {
        ContactEventRecord[] strike = [new(0.1, "disc", "ball", ContactEventRecord.Begin)];
        static double Place(int frame) => 3 * Math.Max(0, frame - 1);
        StyledFrame[] clip =
        [
            .. Enumerable.Range(0, 4).Select(k => new StyledFrame(DiscFrame.Picture(Place(k)), DiscFrame.Picture(Place(k - late)), DiscFrame.InstanceAt(Place(k), 0))
            {
                Names = new Dictionary<int, string> { [1] = "disc" }, Flow = DiscFrame.Flow(Place(k + 1) - Place(k), 0, Place(k)), Contacts = k == 1 ? strike : [],
            }),
        ];
        GateRecord[] records = [.. clip.Skip(1).Zip(clip, (frame, previous) => s_gate.Judge(frame, previous))];

        Assert.That(Disc(records[0]).MotionErrorPx![0], Is.EqualTo(late < 0 ? 3 : 0).Within(0.15));
        if (late >= 0)
            Assert.That(Disc(records[1]).MotionErrorPx![0], Is.EqualTo(-3 * late).Within(0.15));
        Assert.That(records.SelectMany(record => record.Failures).Select(failure => failure.Kind).Where(found => found is GateFailureRecord.Contact or GateFailureRecord.Motion), Is.EqualTo(kind is null ? Array.Empty<string>() : [kind]));
    }

    // The disc moves by some pixels; restyled, it is seen to move by another amount, and everything gets brighter.
    private static GateRecord Judge(double restyledX, double brighter, double movement, params ContactEventRecord[] contacts)
    {
        StyledFrame first = DiscFrame.Styled(DiscFrame.Picture()) with { Flow = DiscFrame.Flow(movement, 0) };
        var second = new StyledFrame(DiscFrame.Picture(movement), DiscFrame.Picture(restyledX, then: (_, _, _, value) => value + brighter), DiscFrame.InstanceAt(movement, 0)) { Names = first.Names, Contacts = contacts };
        return s_gate.Judge(second, first);
    }

    private static GateInstanceRecord Disc(GateRecord record) => record.Instances.Single(instance => instance.InstanceId == 1);
}
