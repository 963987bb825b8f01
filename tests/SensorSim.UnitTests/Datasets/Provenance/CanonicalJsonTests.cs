using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;

namespace SensorSim.UnitTests.Datasets.Provenance;

public class CanonicalJsonTests
{
    // RFC 8785, appendix B.
    [TestCase(0x0000000000000000ul, "0")]
    [TestCase(0x8000000000000000ul, "0")]
    [TestCase(0x0000000000000001ul, "5e-324")]
    [TestCase(0x8000000000000001ul, "-5e-324")]
    [TestCase(0x7feffffffffffffful, "1.7976931348623157e+308")]
    [TestCase(0xffeffffffffffffful, "-1.7976931348623157e+308")]
    [TestCase(0x4340000000000000ul, "9007199254740992")]
    [TestCase(0xc340000000000000ul, "-9007199254740992")]
    [TestCase(0x4430000000000000ul, "295147905179352830000")]
    [TestCase(0x44b52d02c7e14af5ul, "9.999999999999997e+22")]
    [TestCase(0x44b52d02c7e14af6ul, "1e+23")]
    [TestCase(0x44b52d02c7e14af7ul, "1.0000000000000001e+23")]
    [TestCase(0x444b1ae4d6e2ef4eul, "999999999999999700000")]
    [TestCase(0x444b1ae4d6e2ef4ful, "999999999999999900000")]
    [TestCase(0x444b1ae4d6e2ef50ul, "1e+21")]
    [TestCase(0x3eb0c6f7a0b5ed8cul, "9.999999999999997e-7")]
    [TestCase(0x3eb0c6f7a0b5ed8dul, "0.000001")]
    [TestCase(0x41b3de4355555553ul, "333333333.3333332")]
    [TestCase(0x41b3de4355555554ul, "333333333.33333325")]
    [TestCase(0x41b3de4355555555ul, "333333333.3333333")]
    [TestCase(0x41b3de4355555556ul, "333333333.3333334")]
    [TestCase(0x41b3de4355555557ul, "333333333.33333343")]
    [TestCase(0xbecbf647612f3696ul, "-0.0000033333333333333333")]
    [TestCase(0x43143ff3c1cb0959ul, "1424953923781206.2")]
    public void NumbersAreWrittenAsEcmaScriptWritesThem(ulong bits, string expected)
    {
        double value = BitConverter.UInt64BitsToDouble(bits);

        Assert.That(CanonicalNumber.Format(value), Is.EqualTo(expected));
        Assert.That(CanonicalNumber.Parse(expected), Is.EqualTo(value));
    }

    [Test]
    public void AnyDoubleReadsBackExactly()
    {
        var random = new Random(7);
        for (int i = 0; i < 100_000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value))
                Assert.That(CanonicalNumber.Parse(CanonicalNumber.Format(value)), Is.EqualTo(value));
        }
    }

    [Test]
    public void NotANumberAndInfinityAreRefused([Values(double.NaN, double.PositiveInfinity, double.NegativeInfinity)] double value)
    {
        Assert.That(() => CanonicalNumber.Format(value), Throws.ArgumentException);
        Assert.That(() => CanonicalJson.Serialize(JsonValue.Create(value)), Throws.ArgumentException);
    }

    // RFC 8785 §3.2.2 and §3.2.3.
    [Test]
    public void TheSampleOfTheStandard()
    {
        const string Input = """
            {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
             "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
             "literals": [null, true, false]}
            """;
        const string Expected = "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";

        Assert.That(Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(Input))), Is.EqualTo(Expected));
    }

    [Test]
    public void KeysAreSortedByUtf16CodeUnits()
    {
        const string Input = """{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""";

        var values = CanonicalJson.Parse(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(Input)))!.AsObject().Select(p => (int)p.Value!.GetValue<double>());

        Assert.That(values, Is.EqualTo(new[] { 2, 4, 6, 7, 1, 5, 3 }));
    }

    [TestCase("9007199254740993")]
    [TestCase("-9007199254740993")]
    [TestCase("100000000000000000001")]
    [TestCase("1e999")]
    public void NumbersThatADoubleWouldChangeAreRefused(string number) =>
        Assert.That(() => CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(number)), Throws.TypeOf<FormatException>());

    [Test]
    public void NodesFromCodeAndFromTextGiveTheSameBytes()
    {
        var code = new JsonObject { ["f"] = 0.1f, ["d"] = 0.1, ["i"] = 3, ["l"] = 4L, ["big"] = 1e22, ["m"] = 2.50m };

        byte[] fromText = CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(code.ToJsonString()));

        Assert.That(CanonicalJson.Serialize(code), Is.EqualTo(fromText));
        Assert.That(Encoding.UTF8.GetString(fromText), Is.EqualTo("{\"big\":1e+22,\"d\":0.1,\"f\":0.1,\"i\":3,\"l\":4,\"m\":2.5}"));
    }

    [TestCase("{\"a\":1,\"a\":2}")]
    [TestCase("{\"a\":1 }")]
    [TestCase("{\"b\":1,\"a\":2}")]
    [TestCase("[1.0]")]
    [TestCase("\"\\u0041\"")]
    [TestCase("")]
    public void OtherFormsAreNotCanonical(string text) => Assert.That(CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(text)), Is.False);

    [Test]
    public void TheWriterRefusesKeysOutOfOrder()
    {
        var writer = new CanonicalJsonWriter();
        writer.BeginObject();
        writer.Key("b");
        writer.Null();

        Assert.That(() => writer.Key("a"), Throws.InvalidOperationException);
    }
}
