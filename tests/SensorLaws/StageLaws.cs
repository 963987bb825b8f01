using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>What holds for every stage of optics and development: the GPU gives what the reference gives, a disabled stage is absent, and every parameter does something.</summary>
public abstract class StageLaws : ImagingLaws
{
    private static readonly StageRequest Bayer = BenchStages.Mosaic(FilterColor.Red, FilterColor.Green, FilterColor.Green, FilterColor.Blue);
    private static readonly StageRequest Raw = BenchStages.Raw(100, 4000);

    /// <summary>Stages with what stands in front of them.</summary>
    protected static IEnumerable<TestCaseData> Stages()
    {
        StageRequest linearize = SensorBench.Stage("isp.linearize"), srgb = SensorBench.Stage("isp.srgb");
        (string Id, StageRequest[] Before)[] stages =
        [
            ("optics.vignetting", []),
            ("optics.psf", []),
            ("optics.measured-psf", []),
            ("optics.lateral-colour", []),
            ("optics.glare", []),
            ("optics.glare", [SensorBench.Stage("optics.lateral-colour")]),
            ("isp.demosaic", [Bayer, Raw]),
            ("isp.defect-correction", [Bayer, Raw]),
            ("isp.white-balance", [Raw]),
            ("isp.white-balance", [Bayer, Raw]),
            ("isp.lens-shading", [Bayer, Raw]),
            ("isp.linearize", [Raw]),
            ("isp.ccm", [Raw, linearize]),
            ("isp.tone", [Raw, linearize]),
            ("isp.srgb", [Raw, linearize]),
            ("isp.sharpen", [Raw, linearize, srgb]),
            ("isp.jpeg", [Raw, linearize, srgb]),
            ("augment.gaussian-noise", [Raw, linearize, srgb]),
            ("augment.speckle", [Raw, linearize, srgb]),
            ("augment.salt-pepper", [Raw, linearize, srgb]),
        ];
        return stages.Select(stage => new TestCaseData(SensorBench.Stage(stage.Id), stage.Before).SetArgDisplayNames(stage.Id, stage.Before.Length == 0 ? "renderer" : string.Join('+', stage.Before.Select(b => b.Use))));
    }

    [TestCaseSource(nameof(Stages))]
    public void AgreesWithTheReference(StageRequest stage, StageRequest[] before)
    {
        foreach (StageRequest variant in Variants(stage).Prepend(stage))
        {
            SignalImage measured = Measure(Scene(), [.. before, variant]), expected = new Reference().Measured(Scene(), [.. before, variant]);
            double largest = SensorBench.Samples(expected).Max(Math.Abs);
            double worst = SensorBench.Samples(measured).Zip(SensorBench.Samples(expected), (a, b) => Math.Abs(a - b)).Max() / largest;
            Holds($"{stage.Use} {Describe(variant)}: difference from the reference, of the largest number", worst, 0, 2e-6);
        }
    }

    [TestCaseSource(nameof(Stages))]
    public void DisabledIsAbsent(StageRequest stage, StageRequest[] before)
    {
        // The first variant: some stages do nothing by default.
        StageRequest active = Variants(stage).FirstOrDefault(stage);
        Assert.That(Measure(Scene(), [.. before, active with { Enabled = false }]).Pixels.ToArray(), Is.EqualTo(Measure(Scene(), before).Pixels.ToArray()));
    }

    [TestCaseSource(nameof(Stages))]
    public void EveryParameterDoesSomething(StageRequest stage, StageRequest[] before)
    {
        Rgb[] original = Measure(Scene(), [.. before, stage]).Pixels.ToArray();
        foreach (StageRequest variant in Variants(stage))
        {
            Assert.That(Measure(Scene(), [.. before, variant]).Pixels.ToArray(), Is.Not.EqualTo(original), Describe(variant));
        }
    }

    private static string Describe(StageRequest stage) => string.Join(", ", stage.Parameters.Select(p => $"{p.Key}: {p.Value?.ToJsonString()}"));

    // One for each parameter, with another value.
    private static IEnumerable<StageRequest> Variants(StageRequest stage) =>
        BenchStages.Plugins[stage.Use].Schema.Parameters.Select(parameter => SensorBench.Stage(stage.Use, (parameter.Name, Another(parameter))));

    private static JsonNode Another(ParameterDescription parameter)
    {
        switch (parameter.Type)
        {
            case ParameterType.Choice:
                return parameter.Choices.First(choice => choice != parameter.Default.GetValue<string>());
            case ParameterType.Flag:
                return !parameter.Default.GetValue<bool>();
            case ParameterType.Table:
                return new JsonArray(0.9, 0.85, 0.8, 0.7, 0.65, 0.6, 0.4, 0.3, 0.2);
            case ParameterType.Integer:
                return parameter.Default.GetValue<int>() / 2;
            default:
                double value = parameter.Default.GetValue<double>(), larger = value == 0 ? 0.2 : 1.25 * value;
                return larger <= parameter.Max ? larger : (value + parameter.Max) / 2;
        }
    }

    // Everything that stages react to: colour, ramps, texture, edges, dark and saturated places, single bright pixels.
    private static SignalImage Scene()
    {
        var random = new Random(5);
        return Picture(72, 50, (x, y) =>
        {
            double light = 120 + (35 * x) + (300 * ((x / 9) + (y / 7)) % 2) + (60 * random.NextDouble());
            double spark = ((x * 7) + (y * 13)) % 97 == 0 ? 1200 * random.NextDouble() : 0;
            return new(Math.Min(4000, light + spark), Math.Min(4000, (0.4 * light) + (20 * y) + spark), Math.Min(4000, 90 + (0.8 * (2600 - light))));
        });
    }

    private sealed class Reference : StageLaws
    {
        public SignalImage Measured(SignalImage light, StageRequest[] stages) => Measure(light, stages);

        protected override SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceRunner.Run(chain, frame, layers);
    }
}
