using System.Text;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.UnitTests.Datasets.Storage;

namespace SensorSim.UnitTests.Datasets.Provenance;

public class FrameRecordJsonTests
{
    private static readonly FrameRecord s_record = TinyDataset.Frame(12, 7, "front").Record with
    {
        Files = new Dictionary<string, FileReference>(StringComparer.Ordinal)
        {
            ["rgb"] = new("rgb/000012_0007_front.png", 99, "aa", "bb"),
            ["depth"] = new("shards/000.tar", 1234, "cc", "dd") { Kind = "planar", ScaleM = 0.001, Invalid = 0, Offset = 512 },
        },
    };

    [Test]
    public void TheLineIsCanonical_AndReadsBackExactly()
    {
        byte[] line = FrameRecordJson.Serialize(s_record);

        Assert.That(CanonicalJson.IsCanonical(line));
        Assert.That(FrameRecordJson.Serialize(FrameRecordJson.Parse(line)), Is.EqualTo(line));
    }

    [Test]
    public void KeysAreTheContracts()
    {
        string line = Encoding.UTF8.GetString(FrameRecordJson.Serialize(s_record));

        Assert.That(line, Does.StartWith("{\"camera\":\"front\",\"camera_to_world\":[1,0,0,0,"));
        Assert.That(line, Does.Contain("\"depth\":{\"bytes\":1234,\"invalid\":0,\"kind\":\"planar\",\"length\":1234,\"offset\":512,\"path\":\"shards/000.tar\",\"pixels_sha256\":\"dd\",\"scale_m\":0.001,\"sha256\":\"cc\"}"));
        Assert.That(line, Does.Contain("\"rgb\":{\"bytes\":99,\"path\":\"rgb/000012_0007_front.png\",\"pixels_sha256\":\"bb\",\"sha256\":\"aa\"}"));
        Assert.That(line, Does.Contain("{\"bbox_loose\":null,\"bbox_tight\":null,\"box3d\":null,\"category_id\":2,\"instance_id\":3,\"name\":\"hidden\""));
        Assert.That(line, Does.Contain("\"rejected\":null").And.Contain("\"time_s\":0.23333333333333334").And.Contain("\"failure_mode\":\"dim-light\""));
    }

    [Test]
    public void LabelsOnRequest_ReadBackExactly_AndAreLeftOutWhereTheyAreNot()
    {
        FrameRecord full = s_record with
        {
            Objects =
            [
                s_record.Objects[0] with
                {
                    TouchesBorder = ["left", "bottom"],
                    Amodal = new([6, 8], "061M"),
                    BboxAmodal = [-2, 0, 9, 3],
                    Keypoints = [new("tip", [0.1, 0.2, 3], [4.5, -1e-3], 2) { TimeS = 0.0125 }, new("tail", [0, 0, -1], null, 0)],
                },
            ],
            Lights =
            [
                new("sun", 3, "directional", [1, 0.5, 0.25], 1000, "lx", 1, s_record.CameraToWorld),
                new("spot", 4, "spot", [1, 1, 1], 20.5, "cd", 0.75, s_record.CameraToWorld) { RangeM = 9, ConeDeg = [10, 45], Waveform = "light.mains" },
            ],
        };
        byte[] line = FrameRecordJson.Serialize(full);

        Assert.That(CanonicalJson.IsCanonical(line));
        Assert.That(FrameRecordJson.Serialize(FrameRecordJson.Parse(line)), Is.EqualTo(line));
        Assert.That(Encoding.UTF8.GetString(line), Does.Contain("\"amodal\":{\"counts\":\"061M\",\"size\":[6,8]},\"bbox_amodal\":[-2,0,9,3]")
            .And.Contain("{\"name\":\"tail\",\"pixel\":null,\"position_m\":[0,0,-1],\"visibility\":0}")
            .And.Contain("\"level\":0.75").And.Contain("\"touches_border\":[\"left\",\"bottom\"]"));
        Assert.That(Encoding.UTF8.GetString(FrameRecordJson.Serialize(s_record)), Does.Not.Contain("amodal").And.Not.Contain("keypoints").And.Not.Contain("lights\":["));
    }

    [Test]
    public void RecordsOfBeforeTheseFields_AreRead()
    {
        string line = Encoding.UTF8.GetString(FrameRecordJson.Serialize(s_record)).Replace(",\"touches_border\":[\"left\"]", "", StringComparison.Ordinal)
            .Replace(",\"touches_border\":[]", "", StringComparison.Ordinal);
        Assert.That(line, Does.Not.Contain("touches_border\":[]"));
        FrameRecord old = FrameRecordJson.Parse(Encoding.UTF8.GetBytes(line));
        Assert.That((old.Objects[2].TouchesBorder, old.Lights), Is.EqualTo(((IReadOnlyList<string>?)null, (IReadOnlyList<LightRecord>?)null)));
    }

    [Test]
    public void SeedsBeyondTheRangeOfDoublesAreStrings([Values(0ul, 9007199254740991ul, 9007199254740992ul, ulong.MaxValue)] ulong seed)
    {
        FrameRecord record = s_record with { Provenance = s_record.Provenance with { Seed = seed } };
        byte[] line = FrameRecordJson.Serialize(record);

        Assert.That(FrameRecordJson.Parse(line).Provenance.Seed, Is.EqualTo(seed));
        Assert.That(Encoding.UTF8.GetString(line), Does.Contain(seed > 9007199254740991 ? $"\"seed\":\"{seed}\"" : $"\"seed\":{seed},"));
    }

    [TestCase("\"width\":8", "\"width\":\"8\"", "'width'")]
    [TestCase("\"width\":8", "\"width\":1000000", "000012_0007_front: 'width' should be an integer from 1 to 16384, not 1000000")]
    [TestCase("\"height\":6", "\"height\":0", "'height' should be an integer from 1 to 16384")]
    [TestCase("\"fx\":", "\"fx\":0,\"was\":", "'intrinsics.fx' should be a number above 0, not 0")]
    [TestCase("\"fy\":", "\"fy\":1e999,\"was\":", "'intrinsics.fy' should be a finite number")]
    [TestCase("\"duration_s\":", "\"duration_s\":-", "'exposure.duration_s' should be a number of at least 0")]
    [TestCase("\"visible_px\":6", "\"visible_px\":-6", "'objects[0].visible_px' should be an integer of at least 0, not -6")]
    [TestCase("\"sample\":12", "\"sample\":9007199254740993", "'sample' should be an integer of at most 2^53 - 1")]
    [TestCase("\"time_s\":", "\"time\":", "'time_s' is missing")]
    [TestCase("\"instance_id\":1", "\"instance_id\":-1", "'objects[0].instance_id'")]
    [TestCase("\"bytes\":99", "\"bytes\":9.5", "'files.rgb.bytes'")]
    [TestCase("\"length\":1234", "\"length\":7", "'files.depth.length'")]
    [TestCase("{\"camera\"", "{\"camera\":\"x\",\"camera\"", "not a frame record: it is not JSON that can be trusted: an object has the same key twice")]
    public void WrongRecordsAreNamedByTheirPath(string from, string to, string expected)
    {
        string line = Encoding.UTF8.GetString(FrameRecordJson.Serialize(s_record));
        Assert.That(line, Does.Contain(from));

        byte[] wrong = Encoding.UTF8.GetBytes(line.Replace(from, to, StringComparison.Ordinal));

        Assert.That(() => FrameRecordJson.Parse(wrong), Throws.TypeOf<FormatException>().With.Message.Contains(expected));
    }

    [Test]
    public void AnyTruncatedLineIsAFormatException()
    {
        byte[] line = FrameRecordJson.Serialize(s_record);
        for (int length = 0; length < line.Length; length++)
        {
            int kept = length;
            Assert.That(() => FrameRecordJson.Parse(line.AsMemory(0, kept)), Throws.TypeOf<FormatException>());
        }
    }
}
