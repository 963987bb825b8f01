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

        // Smoothed by 11 x 11, it is up to 30 x 30, less the corners.
        Assert.That(record.InsertedPx, Is.InRange(350, 900));
        Assert.That(record.InsertedBox, Is.EqualTo(new[] { left, top, 20, 20 }).Within(12));
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

    // As strong as each other: a patch of light that fades over some 70 px, and one with an edge.
    [TestCase(30, GateRecord.Pass)]
    [TestCase(0, GateRecord.Fail)]
    public void A_Patch_Of_Light_Without_Edges_Is_No_Insertion(double sigma, string verdict)
    {
        static double Patch(double distance, double sigma) => sigma > 0 ? Math.Exp(-distance * distance / (2 * sigma * sigma)) : distance < 12 ? 1 : 0;
        GateRecord record = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture(then: (x, y, k, value) => value + (0.3 * Patch(Math.Sqrt(((x - 25.0) * (x - 25.0)) + ((y - 30.0) * (y - 30.0))), sigma)))));

        Assert.That(record.Verdict, Is.EqualTo(verdict));
    }

    // Stripes of 9 px as strong as what is put in: over 5 px they hide it, over 11 px they are gone.
    [Test]
    public void What_Is_Put_In_Is_Seen_Under_Coarse_Stripes()
    {
        static double Striped(int x, int y, int k, double value) => value + (0.15 * Math.Sin(2 * Math.PI * (x + y) / 9));
        GateRecord striped = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture(then: Striped)));
        GateRecord put = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture(then: (x, y, k, value) => Striped(x, y, k, value) + (x is >= 10 and < 36 && y is >= 20 and < 46 ? 0.2 : 0))));

        Assert.That((striped.InsertedPx, striped.Verdict), Is.EqualTo((0, GateRecord.Pass)));
        Assert.That(put.Failures.Select(failure => failure.Kind), Does.Contain(GateFailureRecord.Inserted));
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

    // Along most of its outline nothing changes: the gain is small, and yet all that such a shift can give.
    [Test]
    public void A_Bar_That_Is_Shifted_Along_Itself_Is_Shifted()
    {
        PixelPlane Bar(int dx) => DiscFrame.Words(3, (x, y, _) => x >= 50 + dx && x < 110 + dx && y >= 52 && y < 68 ? 45000 : 20000);
        PixelPlane ids = DiscFrame.Words(1, (x, y, _) => x >= 50 && x < 110 && y >= 52 && y < 68 ? 1 : 0);
        GateRecord record = s_gate.Judge(new(Bar(0), Bar(2), ids));

        Assert.That(Disc(record).ShiftPx, Is.EqualTo(new[] { 2.0, 0.0 }).Within(0.15));
        Assert.That(Disc(record).ShiftGain, Is.LessThan(0.4));
        Assert.That(Disc(record).ShiftShare, Is.EqualTo(1).Within(0.3));
        Assert.That(record.Failures.Select(failure => failure.Kind), Does.Contain(GateFailureRecord.Shifted));
    }

    [Test]
    public void A_Stronger_Edge_Beside_An_Outline_Is_Not_Its_Place()
    {
        PixelPlane ids = DiscFrame.Words(1, (x, _, _) => x >= 80 ? 1 : 2), picture = DiscFrame.Words(3, (x, _, _) => x < 80 ? 10000 : x < 84 ? 18000 : 60000);
        GateRecord record = s_gate.Judge(new(picture, picture, ids));

        Assert.That((record.ShiftGain, record.Verdict), Is.EqualTo((0.0, GateRecord.Pass)));
    }

    // Three quarters of the disc are washed out; what is left says what became of its colours.
    [Test]
    public void A_Recolouring_That_Clips_Is_No_Insertion()
    {
        GateRecord record = s_gate.Judge(DiscFrame.Styled(DiscFrame.Picture(then: (x, _, _, value) => value * (x > 68 ? 2 : 1.2))) with { Before = DiscFrame.Picture(then: (x, _, _, value) => x > 68 ? value : value * 0.6) });

        Assert.That(record.InsertedPx, Is.Zero);
    }

    [Test]
    public void A_Blur_Of_A_Strong_Edge_Is_No_Insertion()
    {
        PixelPlane ids = DiscFrame.Words(1, (x, _, _) => x >= 80 ? 1 : 2);
        PixelPlane Step(double width) => DiscFrame.Words(3, (x, _, _) => 65535 * (0.05 + (0.9 * Math.Clamp(((x - 79.5) / width) + 0.5, 0, 1))));

        Assert.That(s_gate.Judge(new(Step(1), Step(8), ids)).InsertedPx, Is.Zero);
    }

    // A disc before a wall, and the same disc seen through a hole in it.
    [TestCase(1000, 2000, 1)]
    [TestCase(3000, 2000, 2)]
    public void An_Outline_Is_That_Of_What_Is_In_Front(int disc, int wall, int owner)
    {
        PixelPlane ids = DiscFrame.Words(1, (x, y, _) => IsDisc(x, y) ? 1 : 2), depth = DiscFrame.Words(1, (x, y, _) => IsDisc(x, y) ? disc : wall);
        GateRecord record = s_gate.Judge(new(DiscFrame.Picture(), DiscFrame.Picture(), ids) { Depth = depth });

        Assert.That(record.Instances.Single(instance => instance.InstanceId == owner).OutlinePx, Is.GreaterThan(150));
        Assert.That(record.Instances.Single(instance => instance.InstanceId == 3 - owner).OutlinePx, Is.Zero);
    }

    [Test]
    public void An_Edge_At_A_Crease_Is_The_Labels_Only_Where_Normals_Tell_It()
    {
        PixelPlane ids = DiscFrame.Words(1, (_, _, _) => 1), normals = DiscFrame.Words(3, (x, _, k) => k == (x < 80 ? 0 : 2) ? 65535 : 32768);
        PixelPlane picture = DiscFrame.Words(3, (x, _, _) => x < 80 ? 20000 : 40000);
        var frame = new StyledFrame(picture, picture, ids);

        Assert.That(s_gate.Judge(frame).EdgesBefore.Precision1, Is.Zero);
        Assert.That(s_gate.Judge(frame with { Normal = normals }).EdgesBefore, Is.EqualTo(new EdgeAgreementRecord(1, 1, 1, 1)));
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

    private static bool IsDisc(int x, int y) => Math.Pow(x - DiscFrame.CentreX, 2) + Math.Pow(y - DiscFrame.CentreY, 2) < DiscFrame.Radius * DiscFrame.Radius;

    private static GateInstanceRecord Disc(GateRecord record) => record.Instances.Single(instance => instance.InstanceId == 1);
}
