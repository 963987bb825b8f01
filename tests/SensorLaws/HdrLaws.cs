using System.Text.Json.Nodes;
using SensorSim.Rendering.Sensors;

namespace SensorSim.Tests.Sensors;

/// <summary>Merged captures: linear over five decades, with the noise of the capture that is read, and a drop of the signal-to-noise ratio where photodiodes change.</summary>
public abstract class HdrLaws : SensorLaws
{
    // Of the IMX490: sensitivity, gain, read noise, electrons in front of the stage up to which the capture is read alone.
    private static readonly (double Sensitivity, double Gain, double Read, double Alone)[] Captures =
        [(1, 0.694, 0.83, 0.7 * 4031 / 0.694), (1, 0.17, 3.05, 0.7 * 3740 / 0.17), (0.1, 0.694, 0.83, 0.7 * 4031 / 0.0694), (0.1, 0.17, 2.96, 0.97 * 79000)];

    [TestCase(0.5)]
    [TestCase(20)]
    [TestCase(900)]
    [TestCase(4700)]
    [TestCase(5000)]
    [TestCase(11000)]
    [TestCase(17500)]
    [TestCase(19000)]
    [TestCase(38000)]
    [TestCase(46000)]
    [TestCase(60000)]
    [TestCase(75000)]
    public void TheMergedNumberIsLinear(double electrons)
    {
        double[] samples = Merge(electrons);
        Moments moments = Moments.Of(samples);
        double expected = 64 + (0.694 * electrons);
        Holds("HDR mean of the merged number, DN", moments.Mean, expected, (4 * Math.Sqrt(moments.Variance / moments.Count)) + (5e-4 * expected));
    }

    [TestCase(20, 0)]
    [TestCase(3500, 0)]
    [TestCase(11000, 1)]
    [TestCase(30000, 2)]
    [TestCase(70000, 3)]
    public void NoiseIsThatOfTheCaptureThatIsRead(double electrons, int capture)
    {
        (double sensitivity, double gain, double read, double alone) = Captures[capture];
        Assert.That(electrons, Is.LessThan(alone));
        double inElectrons = (sensitivity * electrons) + (read * read) + (1 / (12 * gain * gain)), inDn = (inElectrons * Math.Pow(0.694 / sensitivity, 2)) + (1.0 / 12);
        double measured = Moments.Of(Merge(electrons)).Variance;
        Holds($"HDR variance where capture {capture + 1} is read, over the formula's", measured / inDn, 1, 0.015);
    }

    [Test]
    public void TheRatioOfSignalToNoiseDropsWherePhotodiodesChange_AndNotBetweenGainsOfOneCharge()
    {
        double Ratio(double electrons)
        {
            Moments moments = Moments.Of(Merge(electrons));
            return (moments.Mean - 64) / Math.Sqrt(moments.Variance);
        }

        // Ten times fewer electrons: the ratio falls by √10, less what the smaller read noise gives back.
        Assert.Multiple(() =>
        {
            Holds("HDR drop between photodiodes", Ratio(16400) / Ratio(20500), Math.Sqrt(16400) / Math.Sqrt(2050), 0.05);
            Holds("HDR drop between gains of one charge", Ratio(4200) / Ratio(5500), Math.Sqrt(4200.0 / 5500), 0.02);
        });
    }

    [Test]
    public void ExposuresOfOneSensorMergeLikeOneLongRange()
    {
        // Three exposures, each a sixteenth of the last, of a 12-bit sensor.
        (string, JsonNode?)[] exposures =
        [
            ("sensitivities", List(1, 1 / 16.0, 1 / 256.0)), ("charges", List(0, 1, 2)), ("gains_dn_per_electron", List(0.5, 0.5, 0.5)),
            ("read_noises_electrons", List(3, 3, 3)), ("full_wells_electrons", List(8000, 8000, 8000)),
        ];
        SensorChain chain = Chain([.. exposures]);
        double end = chain.RangeBefore(chain.Stages.Count - 1, 100).WhiteLevel;
        Assert.That(end, Is.EqualTo(64 + Math.Round(8000 * 256 * 0.5)).Within(1));
        foreach (double electrons in (double[])[50, 7000, 60000, 100000])
        {
            double[] samples = Samples(chain, electrons);
            Assert.That(samples.Average(), Is.EqualTo(64 + (0.5 * electrons)).Within(0.1).Percent, $"{electrons} e-");
        }
    }

    [Test]
    public void WhatCannotBeIsRefused() => Assert.Multiple(() =>
    {
        void Refused(string message, params (string, JsonNode?)[] parameters) => Assert.That(
            () => Chain(parameters), Throws.TypeOf<SensorChainException>().With.Message.Contains(message));
        Refused("\"charges\" has 2 numbers and \"sensitivities\" 4", ("charges", List(0, 1)));
        Refused("saturates no later than capture 1", ("sensitivities", List(1, 4, 0.1, 0.1)), ("charges", List(0, 1, 2, 2)));
        Refused("different sensitivities", ("charges", List(0, 0, 0, 0)));
        Refused("\"fade_to\" is not above", ("fade_from", 0.9), ("fade_to", 0.9));
        Refused("a list of at most 8 numbers", ("sensitivities", 3));
    });

    [Test]
    public void NoParameterIsInert()
    {
        double[] before = Spread(Chain());
        (string Key, JsonNode Value)[] others =
        [
            ("sensitivities", List(1, 1, 0.12, 0.12)), ("charges", List(0, 1, 2, 3)), ("gains_dn_per_electron", List(0.694, 0.2, 0.694, 0.17)), ("read_noises_electrons", List(2, 3.05, 0.83, 2.96)),
            ("full_wells_electrons", List(22000, 22000, 7900, 7000)), ("merge_black_dn", 80), ("capture_bits", 11), ("fade_from", 0.5), ("fade_to", 0.95), ("poisson", false),
        ];
        Assert.That(others.Select(other => other.Key), Is.EquivalentTo(SensorBench.Catalog.Require("sensor.hdr-merge").Schema.Parameters.Select(p => p.Name)));
        Assert.Multiple(() =>
        {
            foreach ((string key, JsonNode value) in others)
            {
                Assert.That(Spread(Chain((key, value))), Is.Not.EqualTo(before), key);
            }
        });
    }

    // From dark to beyond saturation.
    private double[] Spread(SensorChain chain) =>
        SensorBench.Samples(chain, Run(chain, SensorBench.Frame(128, 96), (x, y) => 100000.0 * ((y * 128) + x) / (128 * 96) / SensorBench.ElectronsPerNit(0.01, 2)));

    private static JsonArray List(params double[] numbers) => [.. numbers.Select(number => (JsonNode)number)];

    private static SensorChain Chain(params (string Key, JsonNode? Value)[] parameters) => SensorBench.Raw(
        SensorBench.Stage("sensor.exposure"), SensorBench.Stage("sensor.quantum-efficiency"), SensorBench.Stage("sensor.cfa", ("pattern", "mono")),
        SensorBench.Stage("sensor.hdr-merge", parameters), SensorBench.Stage("sensor.companding", ("knee1_dn", 60000), ("knee2_dn", 60001), ("slope1", 1), ("slope2", 0.001), ("slope3", 0.001)));

    private double[] Merge(double electrons) => Samples(Chain(), electrons);

    private double[] Samples(SensorChain chain, double electrons) => Flat(chain, SensorBench.Frame(256, 256), electrons / SensorBench.ElectronsPerNit(0.01, 2));
}
