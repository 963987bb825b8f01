using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;

namespace SensorSim.UnitTests.Datasets.Preservation;

public class BoxAgreementTests
{
    private static readonly DetectedBox[] s_labels = [new("box", 0, 0, 10, 10), new("box", 20, 0, 10, 10), new("cart", 40, 0, 10, 10)];

    [Test]
    public void Two_Boxes_Overlap_By_Their_Area_In_Both_Of_That_In_Either()
    {
        Assert.That(new DetectedBox("box", 0, 0, 10, 10).Overlap(new("box", 5, 0, 10, 10)), Is.EqualTo(1.0 / 3).Within(1e-12));
        Assert.That(new DetectedBox("box", 0, 0, 10, 10).Overlap(new("box", 10, 0, 10, 10)), Is.Zero);
    }

    [Test]
    public void What_Is_No_Longer_Found_Is_A_Drop_In_Recall()
    {
        DetectionAgreementRecord record = BoxAgreement.Of(s_labels, s_labels, [new("box", 1, 0, 10, 10), new("box", 70, 70, 5, 5)]);

        Assert.That((record.PrecisionBefore, record.RecallBefore), Is.EqualTo((1.0, 1.0)));
        Assert.That(record.PrecisionAfter, Is.EqualTo(0.5));
        Assert.That(record.RecallAfter, Is.EqualTo(1.0 / 3).Within(1e-12));
        Assert.That(record.RecallDrop, Is.EqualTo(2.0 / 3).Within(1e-12));
    }

    [Test]
    public void A_Label_Is_Found_Once_And_By_Its_Own_Category()
    {
        DetectionAgreementRecord twice = BoxAgreement.Of(s_labels, [new("box", 0, 0, 10, 10), new("box", 0, 0, 10, 9)], [new("bin", 40, 0, 10, 10)]);

        Assert.That((twice.PrecisionBefore, twice.PrecisionAfter, twice.RecallAfter), Is.EqualTo((0.5, 0.0, 0.0)));
    }
}
