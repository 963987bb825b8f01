using System.Text;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;

namespace SensorSim.UnitTests.Datasets.Provenance;

public class GateRecordJsonTests
{
    private static readonly GateRecord s_record = new(
        new(0.1, 0.2, 0.3, 0.4), new(0.5, 0.6, 0.7, 0.8),
        [
            new(0, 1000, 0, 0),
            new(7, 812, 96, 0.21)
            {
                ContrastRatio = 0.9, Kept = 0.75, Agreement = 0.8, ShiftPx = [2.1, -0.3], ShiftGain = 0.4, ShiftShare = 0.9, WidthPx = 11.5, ColorChange = [0.01, -0.02, 0],
                Ssim = 0.66, Flicker = 0.01, MotionErrorPx = [0.1, 0.2], MotionGain = 0.05,
            },
        ],
        [new(GateFailureRecord.Shifted, 7, "box is (2.1, -0.3) px from its label"), new(GateFailureRecord.Inserted, null, "410 px")])
    {
        ShiftPx = [0, 0.25], ShiftGain = 0.125, ContrastRatio = 1.1, InsertedPx = 410, InsertedExcess = 900.5, InsertedContrast = 0.3,
        InsertedBox = [1, 2, 30, 40], Ssim = 0.5, Flicker = 0.02, Detections = new(1, 0.75, 0.5, 0.25),
    };

    [Test]
    public void A_Record_Is_Canonical_And_Reads_Back_Exactly()
    {
        byte[] json = GateRecordJson.Serialize(s_record);
        GateRecord back = GateRecordJson.Parse(json);

        Assert.That(CanonicalJson.IsCanonical(json));
        Assert.That(GateRecordJson.Serialize(back), Is.EqualTo(json));
        Assert.That((back.Verdict, back.Failures[0], back.Detections, back.EdgesAfter), Is.EqualTo((GateRecord.Fail, s_record.Failures[0], s_record.Detections, s_record.EdgesAfter)));
        Assert.That(back.Instances[1].ShiftPx, Is.EqualTo(new[] { 2.1, -0.3 }));
        Assert.That(back.InsertedBox, Is.EqualTo(new[] { 1, 2, 30, 40 }));
        Assert.That(Encoding.UTF8.GetString(json), Does.Contain("\"recall_drop\":0.5").And.Contain("\"verdict\":\"fail\""));
    }

    [Test]
    public void Numbers_Have_Four_Decimals_And_Stay_As_They_Are_When_Written_Again()
    {
        GateRecord record = s_record with { ShiftGain = 0.123456, Ssim = 1.0 / 3, ShiftPx = [-0.00001, -2.00006], Detections = new(0.22225001, 1, 0.11114999, 1), Instances = [s_record.Instances[1] with { Kept = 2.0 / 3, ColorChange = [1e-9, 0.5, -1.0 / 7] }] };
        byte[] json = GateRecordJson.Serialize(record);

        string text = Encoding.UTF8.GetString(json);
        Assert.That(text, Does.Contain("\"shift_gain\":0.1235,").And.Contain("\"ssim\":0.3333,").And.Contain("\"shift_px\":[0,-2.0001]").And.Contain("\"kept\":0.6667,"));
        Assert.That(text, Does.Contain("\"color_change\":[0,0.5,-0.1429]").And.Contain("\"precision_drop\":0.1112,").And.Contain("\"precision_before\":0.2223,"));
        Assert.That(GateRecordJson.Serialize(GateRecordJson.Parse(json)), Is.EqualTo(json));
    }

    [Test]
    public void What_Was_Not_Measured_Is_Left_Out_And_A_Wrong_Word_Is_Named()
    {
        string json = Encoding.UTF8.GetString(GateRecordJson.Serialize(s_record with { Flicker = null, Detections = null, InsertedBox = null, Instances = [s_record.Instances[0]] }));

        Assert.That(json, Does.Not.Contain("flicker").And.Not.Contain("detections").And.Not.Contain("inserted_box").And.Not.Contain("kept"));
        Assert.That(() => GateRecordJson.Parse(Encoding.UTF8.GetBytes(json.Replace("\"shifted\"", "\"moved\"", StringComparison.Ordinal))), Throws.TypeOf<FormatException>().With.Message.Contains("failures[0].kind"));
        Assert.That(() => GateRecordJson.Parse(Encoding.UTF8.GetBytes(json.Replace("\"fail\"", "\"pass\"", StringComparison.Ordinal))), Throws.TypeOf<FormatException>().With.Message.Contains("verdict"));
    }
}
