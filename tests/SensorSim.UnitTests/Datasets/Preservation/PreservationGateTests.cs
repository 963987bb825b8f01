using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Datasets.Preservation;

public class PreservationGateTests
{
    private static readonly PreservationGate s_gate = new();

    [Test]
    public void An_Unchanged_Picture_Agrees_With_Itself()
    {
        GateRecord record = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture()));

        Assert.That(record.Verdict, Is.EqualTo(GateRecord.Pass));
        Assert.That((record.Ssim, record.ContrastRatio, record.ShiftGain, record.InsertedPx), Is.EqualTo((1.0, 1.0, 0.0, 0)));
        Assert.That(record.EdgesAfter, Is.EqualTo(record.EdgesBefore));
        Assert.That(Disc(record).ColorChange, Is.All.Zero);
    }

    [TestCase(2, 0)]
    [TestCase(-1.5, 0.5)]
    [TestCase(1, 3)]
    [TestCase(0, -4)]
    public void A_Disc_That_Is_Shifted_Reads_Its_Shift(double dx, double dy)
    {
        GateRecord record = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture(dx, dy)));

        Assert.That(Disc(record).ShiftPx, Is.EqualTo(new[] { dx, dy }).Within(0.15));
        Assert.That(record.Failures.Select(failure => (failure.Kind, failure.InstanceId)), Does.Contain((GateFailureRecord.Shifted, (int?)1)));
    }

    [Test]
    public void A_Disc_That_Is_Gone_Is_Erased()
    {
        GateRecord record = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture(isThere: false)));

        Assert.That(Disc(record).Kept, Is.Zero);
        Assert.That(Disc(record).Agreement, Is.EqualTo(0).Within(0.05));
        Assert.That(record.Failures.Select(failure => failure.Kind), Does.Contain(GateFailureRecord.Erased));
        Assert.That(record.Failures[^1].Detail, Does.Contain("disc stands out along 0 % of its outline, and 2 % of its edges are left"));
    }

    [TestCase(0.5, 0.1)]
    [TestCase(1.25, -0.05)]
    public void A_Gain_Is_The_Contrast_Ratio(double gain, double offset)
    {
        GateRecord record = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture(then: (_, _, _, value) => (gain * value) + offset)));

        Assert.That(record.ContrastRatio, Is.EqualTo(gain).Within(1e-4));
        Assert.That(Disc(record).ContrastRatio, Is.EqualTo(gain).Within(1e-4));
        Assert.That(Disc(record).Kept, Is.EqualTo(1));
        Assert.That((record.InsertedPx, record.Verdict), Is.EqualTo((0, GateRecord.Pass)));
    }

    [Test]
    public void A_Colour_Change_Reads_Its_Mean()
    {
        GateRecord record = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture(then: (_, _, k, value) => value + (0.05 * (k - 1)))));

        Assert.That(Disc(record).ColorChange, Is.EqualTo(new[] { -0.05, 0, 0.05 }).Within(1e-4));
    }

    // 20 x 20 pixels in the middle of the disc, or in the background.
    [TestCase(70, 50, 1)]
    [TestCase(10, 20, 0)]
    public void What_Is_Put_In_Reads_Its_Area_And_Place(int left, int top, int on)
    {
        GateRecord record = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture(then: (x, y, _, value) => x >= left && x < left + 20 && y >= top && y < top + 20 ? value + 0.25 : value)));

        // Smoothed by 5 x 5, it is up to 24 x 24.
        Assert.That(record.InsertedPx, Is.InRange(400, 576));
        Assert.That(record.InsertedBox, Is.EqualTo(new[] { left, top, 20, 20 }).Within(8));
        Assert.That(record.Failures.Select(failure => failure.Kind), Does.Contain(GateFailureRecord.Inserted), on.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Test]
    public void Recolouring_Relighting_And_Texture_Are_No_Insertions()
    {
        GateRecord recoloured = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture(then: (x, y, k, value) => value * (1.1 - (0.15 * k)) * (0.8 + (0.3 * x / DiscFrame.Width)))));
        GateRecord textured = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture(then: (x, y, k, value) => value + (0.06 * Math.Sin(x * 0.7) * Math.Sin(y * 0.6)))));

        Assert.That((recoloured.InsertedPx, recoloured.Verdict), Is.EqualTo((0, GateRecord.Pass)));
        Assert.That((textured.InsertedPx, textured.Verdict), Is.EqualTo((0, GateRecord.Pass)));
    }

    [Test]
    public void A_Frame_Without_Contrast_Cannot_Be_Judged()
    {
        GateRecord record = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture(then: (_, _, _, value) => 0.5 + (0.05 * (value - 0.5)))));

        Assert.That(record.ContrastRatio, Is.EqualTo(0.05).Within(1e-3));
        Assert.That(record.Failures.Select(failure => failure.Kind), Does.Contain(GateFailureRecord.LowContrast));
    }

    [Test]
    public void Edges_Of_A_Step_Are_Where_Labels_Are_Until_It_Moves()
    {
        PixelPlane instance = DiscFrame.Words(1, (x, _, _) => x >= 80 ? 1 : 2);
        static double Step(int x, int edge) => ushort.MaxValue * (x < edge ? 0.3 : x == edge ? 0.45 : 0.6);
        PixelPlane Picture(int edge) => DiscFrame.Words(3, (x, _, _) => Step(x, edge));

        GateRecord record = s_gate.Judge(new(Picture(80), Picture(84), instance));

        Assert.That(record.EdgesBefore, Is.EqualTo(new EdgeAgreementRecord(1, 1, 1, 1)));
        Assert.That(record.EdgesAfter, Is.EqualTo(new EdgeAgreementRecord(0, 0, 0, 0)));
        Assert.That(record.ShiftPx[0], Is.EqualTo(4).Within(0.15));
    }

    [Test]
    public void Without_Edges_There_Is_Nothing_To_Shift()
    {
        PixelPlane instance = DiscFrame.Words(1, (_, _, _) => 0);
        GateRecord record = s_gate.Judge(new(DiscFrame.Picture(), DiscFrame.Picture(), instance));

        Assert.That((record.ShiftGain, record.ContrastRatio, record.Verdict), Is.EqualTo((0.0, 1.0, GateRecord.Pass)));
    }

    // Edges are looked for within 6 pixels: not where that is outside.
    [Test]
    public void An_Outline_Along_The_Border_Is_Not_Judged()
    {
        PixelPlane instance = DiscFrame.Words(1, (x, _, _) => x < 5 ? 1 : 0);
        PixelPlane picture = DiscFrame.Words(3, (x, _, _) => x < 5 ? 60000 : 20000);
        GateRecord record = s_gate.Judge(new(picture, picture, instance));

        Assert.That((Disc(record).OutlinePx, Disc(record).ShiftPx, Disc(record).Agreement, record.Verdict), Is.EqualTo((120, (IReadOnlyList<double>?)null, (double?)null, GateRecord.Pass)));
    }

    [Test]
    public void A_Plane_Of_Another_Size_Or_Kind_Is_Refused()
    {
        StyledFrame frame = DiscFrame.Styled(DiscFrame.Picture());

        Assert.That(() => s_gate.Judge(frame with { After = frame.After with { Width = 80 } }), Throws.ArgumentException.With.Message.Contains("After should be 160x120 with 3 of UInt16, not 80x120"));
        Assert.That(() => s_gate.Judge(frame with { Instance = frame.Before }), Throws.ArgumentException.With.Message.Contains("Instance should be 160x120 with 1 of UInt16"));
    }

    private static GateInstanceRecord Disc(GateRecord record) => record.Instances.Single(instance => instance.InstanceId == 1);
}
