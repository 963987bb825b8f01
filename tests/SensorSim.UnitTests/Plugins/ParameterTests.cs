using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Plugins;

public sealed class ParameterTests
{
    private static readonly ParameterSchema Schema = ParameterSchema.Of(typeof(Sample));

    [Test]
    public void TheSchemaIsReadFromTheRecord() => Assert.That(
        Schema.Parameters.Select(p => $"{p.Name} {p.Type} [{p.Unit}] {p.Default.ToJsonString()}"),
        Is.EqualTo(["sigma_px Number [px] 0.5", "bits Integer [] 12", "on Flag [] true", "shape Choice [] \"round_hole\""]));

    [Test]
    public void GivenValuesAreSetAndTheRestKeepsItsDefault()
    {
        var sample = (Sample)Bind(("sigma_px", 2), ("shape", "square"), ("on", false)).Parameters!;
        Assert.That(sample, Is.EqualTo(new Sample { SigmaPx = 2, Shape = Shape.Square, On = false }));
    }

    [Test]
    public void ValuesSurviveAWayThroughJsonText()
    {
        JsonNode text = JsonNode.Parse("""{"sigma_px":1,"bits":8}""")!;
        var sample = (Sample)Bind(("sigma_px", text["sigma_px"]), ("bits", text["bits"])).Parameters!;
        Assert.That(sample, Is.EqualTo(new Sample { SigmaPx = 1, Bits = 8 }));
    }

    [Test]
    public void AllErrorsComeAtOnce()
    {
        ParameterBinding binding = Bind(("sigma_xp", 1), ("sigma_px", 99), ("bits", 8.5), ("on", "yes"), ("shape", "oval"));
        Assert.Multiple(() =>
        {
            Assert.That(binding.Parameters, Is.Null);
            Assert.That(binding.Errors.Select(error => error.Key), Is.EqualTo(["sigma_xp", "sigma_px", "bits", "on", "shape"]));
            Assert.That(binding.Errors[0].Message, Does.Contain("Did you mean \"sigma_px\"?"));
            Assert.That(binding.Errors[1].Message, Does.Contain("99; expected a number from 0 to 10 (px)"));
            Assert.That(binding.Errors[2].Message, Does.Contain("8.5; expected a whole number"));
            Assert.That(binding.Errors[3].Message, Does.Contain("true or false"));
            Assert.That(binding.Errors[4].Message, Does.Contain("round_hole, square"));
        });
    }

    [TestCase("[1, 2.5, -3]", null)]
    [TestCase("[]", "is empty")]
    [TestCase("[1, 2, 3, 4]", "is a list of 4; expected a list of at most 3 numbers from -5 to 5 (lx).")]
    [TestCase("[1, 7]", "has 7 in place 2; expected a list")]
    [TestCase("[1, \"two\"]", "has \"two\" in place 2")]
    [TestCase("4", "is 4; expected a list")]
    public void ATable_IsAListOfNumbers_AndMayHaveRulesOfItsOwn(string json, string? expected)
    {
        ParameterSchema schema = ParameterSchema.Of(typeof(WithTable));
        ParameterBinding binding = schema.Bind(new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["levels"] = JsonNode.Parse(json) });
        if (expected is not null)
        {
            Assert.That(binding.Errors.Single().Message, Does.Contain(expected));
            return;
        }

        Assert.That(((WithTable)binding.Parameters!).Levels, Is.EqualTo([1, 2.5, -3]));
        Assert.That(schema.ValuesOf(binding.Parameters!)["levels"]!.ToJsonString(), Is.EqualTo("[1,2.5,-3]"));
    }

    [Test]
    public void ProvenanceKeepsEveryValue()
    {
        IReadOnlyDictionary<string, JsonNode?> values = Schema.ValuesOf(new Sample { SigmaPx = 0.25 });
        Assert.That(values.Select(v => $"{v.Key}={v.Value!.ToJsonString()}"), Is.EqualTo(["bits=12", "on=true", "shape=\"round_hole\"", "sigma_px=0.25"]));
    }

    [Test]
    public void ARecordThatCannotBeParametersIsNamed() => Assert.Multiple(() =>
    {
        Assert.That(() => ParameterSchema.Of(typeof(WithTime)), Throws.TypeOf<PluginException>().With.Message.Contains("WithTime.Start is a DateTime"));
        Assert.That(() => ParameterSchema.Of(typeof(Undocumented)), Throws.TypeOf<PluginException>().With.Message.Contains("no [Parameter]"));
        Assert.That(() => ParameterSchema.Of(typeof(WrongDefault)), Throws.TypeOf<PluginException>().With.Message.Contains("; expected a number"));
        Assert.That(() => ParameterSchema.Of(typeof(EmptyRange)), Throws.TypeOf<PluginException>().With.Message.EqualTo("The parameter \"share\" is at least 2 and at most 1, and no number is."));
    });

    [TestCase("sigma", "sigma_px", true)]
    [TestCase("camera.niose", "camera.noise", true)]
    [TestCase("Camera.Noise", "camera.noise", true)]
    [TestCase("lidar", "camera.noise", false)]
    [TestCase("row_noise", "shot_noise", false)]
    [TestCase("raed_noise", "read_noise", true)]
    [TestCase("intensity_lm", "intensity_cd", true)]
    [TestCase("hfov_degrees", "hfov_deg", true)]
    [TestCase("hfov_rad", "hfov_deg", true)]
    [TestCase("put", "pour", false)]
    [TestCase("rbg", "rgb", true)]
    public void NearestName_OffersOnlyWhatIsNear(string given, string candidate, bool near) =>
        Assert.That(NearestName.Of(given, [candidate]), near ? Is.EqualTo(candidate) : Is.Null);

    [TestCase("box", " Did you mean \"flat-box\", \"medium-box\" or \"small-box\"?")]
    [TestCase("smal-box", " Did you mean \"small-box\"?")]
    [TestCase("crate", " Known: flat-box, medium-box, mug, small-box.")]
    public void NearestName_OffersAllThatHaveTheGivenAsAWord(string given, string hint) =>
        Assert.That(NearestName.Hint(given, ["mug", "small-box", "medium-box", "flat-box"]), Is.EqualTo(hint));

    [TestCase("zebra", "alpha.*, beta.*, alone")]
    [TestCase("beta.zebra", "beta.0, beta.1, beta.2, beta.3, beta.4, beta.5, beta.6")]
    public void NearestName_TellsManyByTheirFamilies(string given, string told)
    {
        string[] names = [.. Enumerable.Range(0, 7).Select(i => $"alpha.{i}"), .. Enumerable.Range(0, 7).Select(i => $"beta.{i}"), "alone"];

        Assert.That(NearestName.Listing(given, names), Is.EqualTo(told));
        Assert.That(NearestName.Listing(given, names[^9..]), Is.EqualTo(string.Join(", ", names[^9..])), "few are told one by one");
    }

    [TestCase("", "abc", 3)]
    [TestCase("kitten", "sitting", 3)]
    [TestCase("niose", "noise", 1)]
    public void NearestName_DistanceCountsEdits(string a, string b, int expected) => Assert.That(NearestName.Distance(a, b), Is.EqualTo(expected));

    private static ParameterBinding Bind(params (string Key, JsonNode? Value)[] values) => Schema.Bind(SensorBench.Stage("", values).Parameters);

    public enum Shape
    {
        RoundHole,
        Square,
    }

    public sealed record Sample
    {
        [Parameter("Width", Unit = "px", Min = 0, Max = 10)]
        public double SigmaPx { get; init; } = 0.5;

        [Parameter("Resolution", Min = 1, Max = 16)]
        public int Bits { get; init; } = 12;

        [Parameter("Switch")]
        public bool On { get; init; } = true;

        [Parameter("Form")]
        public Shape Shape { get; init; }
    }

    public sealed record WithTime
    {
        [Parameter("A time")]
        public DateTime Start { get; init; }
    }

    public sealed record Undocumented
    {
        public double Value { get; init; }
    }

    public sealed record WrongDefault
    {
        [Parameter("Above zero", Min = 1)]
        public double Value { get; init; }
    }

    public sealed record EmptyRange
    {
        [Parameter("Between nothing", Min = 2, Max = 1)]
        public double Share { get; init; } = 0.01;
    }

    private sealed record WithTable : ICheckedParameters
    {
        [Parameter("A table", Unit = "lx", Min = -5, Max = 5, MaxCount = 3)]
        public IReadOnlyList<double> Levels { get; init; } = [1];

        public IEnumerable<ParameterError> Check() => Levels.Count > 0 ? [] : [new("levels", "\"levels\" is empty; expected one number at least.")];
    }
}
