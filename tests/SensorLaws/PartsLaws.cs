using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>The parts of a sensor, together: they are the ready-made camera, a mosaic's samples are the image's, and each part and parameter counts.</summary>
public abstract class PartsLaws : SensorLaws
{
    private const int Small = 96;

    private static readonly Exposure Fast = Exposure.Physical(0, 0.01, 0, 2, 200);

    private static string[] Uses => SensorParts.Order;

    [TestCase(0, 0)]
    [TestCase(20, 1)]
    [TestCase(800, 2)]
    [TestCase(6000, 3)]
    [TestCase(8180, 4)]
    public void ThePartsHaveTheMeanAndVarianceOfTheReadyMadeCamera(double electrons, int step)
    {
        (string, JsonNode?)[] parameters = [("dark_current_electrons_per_second", 700), ("temperature_c", 33), ("doubling_kelvin", 7)];
        double nit = electrons / SensorBench.ElectronsPerNit(0.01, 2);
        double[] Samples(SensorBuild build) => Flat(SensorParts.Build(build, parameters), SensorBench.Frame(Side, Side, step: (uint)step), nit);
        double[] samples = Samples(SensorBuild.Preset);
        Moments preset = Moments.Of(samples), parts = Moments.Of(Samples(SensorBuild.Parts));
        double kurtosis = samples.Average(dn => Math.Pow(dn - preset.Mean, 4)) / (preset.Variance * preset.Variance), pairs = preset.Count / 2.0;
        Assert.Multiple(() =>
        {
            Holds("mean of the parts, DN", parts.Mean, preset.Mean, 4 * Math.Sqrt(preset.Variance / pairs));
            Holds("variance of the parts over the preset's", parts.Variance / preset.Variance, 1, 4 * Math.Sqrt((kurtosis - 1) / pairs));
        });
    }

    [TestCase(100, 12, 8180)]
    [TestCase(400, 12, 8180)]
    [TestCase(100, 14, 8180)]
    [TestCase(100, 12, 3000)]
    public void ThePartsSaturateWhereTheReadyMadeCameraDoes(double iso, int bits, double fullWell)
    {
        (string, JsonNode?)[] parameters = [("bits", bits), ("full_well_electrons", fullWell)];
        SensorChain preset = SensorParts.Build(SensorBuild.Preset, parameters), parts = SensorParts.Build(SensorBuild.Parts, parameters), mosaic = SensorParts.Build(SensorBuild.Mosaic, parameters);
        SignalRange expected = preset.RangeBefore(1, iso);
        Assert.Multiple(() =>
        {
            foreach (SensorChain chain in (SensorChain[])[parts, mosaic])
            {
                SignalRange range = chain.RangeBefore(chain.Stages.Count, iso);
                Holds("SAT-1 saturation, lx s", chain.SaturationLuxSeconds(iso), preset.SaturationLuxSeconds(iso), 1e-9);
                Assert.That(range.BlackLevel, Is.EqualTo(expected.BlackLevel));
                Assert.That(range.WhiteLevel, Is.EqualTo(expected.WhiteLevel).Within(1e-9));
            }
        });
    }

    [Test]
    public void WhatLosesLightSaturatesLater()
    {
        double Saturation(SensorParts parts) => parts.Raw().SaturationLuxSeconds(100);
        double once = Saturation(SensorParts.Linear);
        Assert.Multiple(() =>
        {
            Assert.That(Saturation(SensorParts.Linear.With("sensor.exposure", ("transmittance", 0.5))), Is.EqualTo(2 * once).Within(1e-9));
            Assert.That(Saturation(SensorParts.Linear.With("sensor.quantum-efficiency", ("red", 0.25), ("blue", 0.25))), Is.EqualTo(once).Within(1e-9), "green comes first");
            Assert.That(Saturation(SensorParts.Linear.With("sensor.cfa", ("pattern", "mono"), ("clear_green", 1.7152))), Is.EqualTo(once / 2).Within(1e-9));
            Assert.That(Saturation(SensorParts.Linear.With("sensor.companding", ("knee1_dn", 700), ("slope2", 0.5))), Is.EqualTo(once).Within(1e-9), "a curve moves no saturation");
        });
    }

    [TestCase("rggb", 0, 1, 1, 2)]
    [TestCase("bggr", 2, 1, 1, 0)]
    [TestCase("grbg", 1, 0, 2, 1)]
    [TestCase("gbrg", 1, 2, 0, 1)]
    public void AMosaicHasTheSamplesOfTheImageWithThreeChannels(string pattern, int topLeft, int topRight, int bottomLeft, int bottomRight)
    {
        SensorChain image = SensorParts.Everything.Raw(), mosaic = SensorParts.Everything.With("sensor.cfa", ("pattern", pattern)).Raw();
        int[] channels = [topLeft, topRight, bottomLeft, bottomRight];
        SignalImage all = Colours(image), one = Colours(mosaic);
        int different = 0;
        for (int i = 0; i < one.Pixels.Length; i++)
        {
            (int x, int y) = (i % Small, i / Small);
            Rgb pixel = all[x, y];
            double expected = channels[(2 * (y % 2)) + (x % 2)] switch { 0 => pixel.R, 1 => pixel.G, _ => pixel.B };
            different += one[x, y].R != expected ? 1 : 0;
        }

        Assert.That(different, Is.Zero);
    }

    [TestCase("mono", 0, 0, 100)]
    [TestCase("rccb", 1, 0, 100)]
    [TestCase("rccb", 0, 1, 100)]
    [TestCase("rccb", 0, 0, 30)]
    [TestCase("rccb", 1, 1, 50)]
    public void AnUnfilteredPixelSeesTheLuminance(string pattern, int x, int y, double red)
    {
        // 30, 200 and 50 nit, and whole electrons: gain 1, no noise.
        SensorParts parts = SensorParts.Counter.With("sensor.cfa", ("pattern", pattern)).With("sensor.shot-noise", ("poisson", false));
        var field = new SignalImage(4, 4);
        field.Pixels.Fill(new(30, 200, 50));
        double nit = pattern == "mono" || x != y ? (0.2126 * 30) + (0.7152 * 200) + (0.0722 * 50) : red;
        double dn = Run(parts.Raw(), SensorBench.Frame(4, 4), [field])[x, y].R;
        Assert.That(dn, Is.EqualTo(256 + (nit * SensorBench.ElectronsPerNit(0.01, 2))).Within(0.51));
    }

    [TestCaseSource(nameof(Uses))]
    public void ADisabledPartLeavesNoTrace(string use)
    {
        SensorChain absent = SensorParts.Linear.Raw();
        StageRequest[] requests = SensorParts.Linear.Requests();
        StageRequest off = SensorParts.Everything.With("sensor.cfa").Stages[use] with { Enabled = false, Name = "off" };
        SensorChain disabled = SensorBench.Raw([.. requests[..3], off, .. requests[3..]]);
        Assert.Multiple(() =>
        {
            Assert.That(disabled.Structure, Is.EqualTo(absent.Structure));
            Assert.That(SensorBench.Samples(Colours(disabled)), Is.EqualTo(SensorBench.Samples(Colours(absent))));
        });
    }

    // Every parameter of every part is moved, up and down and to its ends: at least one of the moves must be seen.
    [TestCaseSource(nameof(Uses))]
    public void NoParameterIsInert(string use)
    {
        SensorParts parts = SensorParts.Everything.With("sensor.cfa", ("pattern", "rccb"));
        InstalledPlugin plugin = SensorBench.Catalog.Require(use);
        object bound = plugin.Schema.Bind(parts.Stages[use].Parameters).Parameters!;
        double[] before = SensorBench.Samples(Colours(parts.Raw()));
        Assert.Multiple(() =>
        {
            foreach (ParameterDescription parameter in plugin.Schema.Parameters)
            {
                bool matters = Alternatives(parameter, plugin.Schema.ValuesOf(bound)[parameter.Name]!)
                    .Any(value => !SensorBench.Samples(Colours(parts.With(use, (parameter.Name, value)).Raw())).AsSpan().SequenceEqual(before));
                Assert.That(matters, Is.True, $"{use}: {parameter.Name}");
            }
        });
    }

    [Test]
    public void Rng3_StagesOfOneLawAreIndependent()
    {
        // Read noise, fixed pattern and shot noise, each alone, in a frame of its own.
        SensorParts quiet = SensorParts.Counter.With("sensor.shot-noise", ("poisson", false)).With("sensor.cfa");
        double[] read = Flat(quiet.With("sensor.read-noise", ("read_noise_electrons", 30)).Raw(), SensorBench.Frame(Side, Side), 50);
        double[] pattern = Flat(quiet.With("sensor.dsnu", ("dsnu_electrons", 30)).Raw(), SensorBench.Frame(Side, Side), 50);
        double[] gain = Flat(quiet.With("sensor.prnu", ("prnu_percent", 6)).Raw(), SensorBench.Frame(Side, Side), 50);
        double[] shot = Flat(quiet.With("sensor.shot-noise", ("poisson", true)).Raw(), SensorBench.Frame(Side, Side), 50);
        Assert.Multiple(() =>
        {
            Holds("RNG-3 read noise and shot noise", Moments.Correlation(read, shot), 0, 4.0 / Side);
            Holds("RNG-3 read noise and DSNU", Moments.Correlation(read, pattern), 0, 4.0 / Side);
            Holds("RNG-3 DSNU and PRNU", Moments.Correlation(pattern, gain), 0, 4.0 / Side);
            Holds("RNG-3 PRNU and shot noise", Moments.Correlation(gain, shot), 0, 4.0 / Side);
        });
    }

    [TestCase("sensor.read-noise", "read_noise_electrons")]
    [TestCase("sensor.dsnu", "dsnu_electrons")]
    [TestCase("sensor.prnu", "prnu_percent")]
    public void Rng3_ChannelsOfAPartAreIndependent(string use, string parameter)
    {
        SensorParts quiet = SensorParts.Counter.With("sensor.shot-noise", ("poisson", false));
        Rgb[] pixels = Run(quiet.With(use, (parameter, 20)).Raw(), SensorBench.Frame(Side, Side), (_, _) => 100).Pixels.ToArray();
        double[] r = [.. pixels.Select(p => p.R)], g = [.. pixels.Select(p => p.G)], b = [.. pixels.Select(p => p.B)];
        Assert.Multiple(() =>
        {
            Holds($"RNG-3 {use}, red and green", Moments.Correlation(r, g), 0, 4.0 / Side);
            Holds($"RNG-3 {use}, green and blue", Moments.Correlation(g, b), 0, 4.0 / Side);
            Holds($"RNG-3 {use}, red and blue", Moments.Correlation(r, b), 0, 4.0 / Side);
        });
    }

    // A coloured ramp from dark to beyond saturation, ISO 200.
    private SignalImage Colours(SensorChain chain)
    {
        var field = new SignalImage(Small, Small);
        for (int i = 0; i < field.Pixels.Length; i++)
        {
            double nit = 700.0 * i / field.Pixels.Length;
            field.Pixels[i] = new(nit, 1.1 * nit, 0.8 * nit);
        }

        return Run(chain, SensorBench.Frame(Small, Small, Fast), [field]);
    }

    private static IEnumerable<JsonNode> Alternatives(ParameterDescription parameter, JsonNode value)
    {
        switch (parameter.Type)
        {
            case ParameterType.Flag:
                return [!value.GetValue<bool>()];
            case ParameterType.Choice:
                return parameter.Choices.Where(choice => choice != value.GetValue<string>()).Select(choice => (JsonNode)choice);
            case ParameterType.Integer:
                return [value.GetValue<int>() - 1];
            default:
                double number = value.GetValue<double>();
                double[] candidates = [number * 1.5, number * 0.5, parameter.Min, parameter.Max];
                return candidates.Where(x => x != number && x >= parameter.Min && x <= parameter.Max && double.IsFinite(x)).Select(x => (JsonNode)x);
        }
    }
}
