using System.Text.Json.Nodes;
using SensorSim.Lights;
using SensorSim.Plugins;
using SensorSim.Rendering.Flicker;
using SensorSim.Sensors;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Lights;

public sealed class WaveformTests
{
    private static readonly TestCaseData[] Waveforms =
    [
        Case("sinusoid", Mains(("modulation", 0.8), ("phase", 0.3))),
        Case("rectified sine", Mains(("shape", "rectified_sine"), ("harmonics", 5), ("phase", -1))),
        Case("no flicker", Mains(("mains_hz", 60), ("modulation", 0))),
        Case("short pulses", Pwm(("duty", 0.1), ("phase", 0.37))),
        Case("long pulses", Pwm(("frequency_hz", 90), ("duty", 0.9))),
    ];

    [TestCaseSource(nameof(Waveforms))]
    public void TheIntegralIsTheSumOfTheValues(LampWaveform waveform)
    {
        const double start = 0.0123, end = 0.0347;
        const int steps = 200_000;
        double sum = Enumerable.Range(0, steps).Sum(i => waveform.Value(start + ((i + 0.5) * (end - start) / steps))) * (end - start) / steps;
        Assert.That(waveform.Integral(start, end), Is.EqualTo(sum).Within(1e-6));
    }

    [TestCaseSource(nameof(Waveforms))]
    public void TheMeanIsTheIntegralOverALongTime(LampWaveform waveform) =>
        Assert.That(waveform.Integral(0, 1000) / 1000, Is.EqualTo(waveform.Mean).Within(1e-5));

    [TestCaseSource(nameof(Waveforms))]
    public void TheLayersAddUpToTheWaveform(LampWaveform waveform)
    {
        var layers = FlickerLayers.Of([waveform]);
        var exposure = new Exposure(0.2, 0.003, 2e-5, 1, 100);
        double[] rows = layers.RowWeights(exposure, 500);
        for (int row = 0; row < 500; row++)
        {
            (double start, double end) = exposure.RowWindow(row);
            double sum = layers.WeightsOf(0).Select((weight, layer) => weight * rows[(row * layers.Layers.Count) + layer]).Sum();
            Assert.That(sum, Is.EqualTo(waveform.Integral(start, end) / 0.003).Within(1e-9), $"row {row}");
        }
    }

    [TestCaseSource(nameof(Waveforms))]
    public void AShutterOfNoDurationSeesTheInstant(LampWaveform waveform)
    {
        var layers = FlickerLayers.Of([waveform]);
        double[] row = layers.RowWeights(new Exposure(0.0314, 0, 0, 1, 100), 1);
        double sum = layers.WeightsOf(0).Select((weight, layer) => weight * row[layer]).Sum();
        Assert.That(sum, Is.EqualTo(waveform.Value(0.0314)).Within(1e-9));
    }

    [Test]
    public void TheRectifiedSineHasItsTextbookHarmonics()
    {
        double[] amplitudes = [.. Mains(("shape", "rectified_sine")).Harmonics!.Select(harmonic => harmonic.Cosine)];
        Assert.That(amplitudes, Is.EqualTo([2.0 / 3, -2.0 / 15, 2.0 / 35]).Within(1e-12));
    }

    [Test]
    public void LampsOfOneFrequencyShareTwoLayersWhateverPhaseAndDepth()
    {
        var layers = FlickerLayers.Of([null, Mains(), Mains(("phase", 1)), Mains(("modulation", 0.2)), Mains(("mains_hz", 60))]);
        Assert.That(layers.Layers, Is.EqualTo(new LayerBasis[]
        {
            new SteadyBasis(), new CosineBasis(100), new SineBasis(100), new CosineBasis(120), new SineBasis(120),
        }));
    }

    [Test]
    public void EqualPulsesShareALayer() =>
        Assert.That(FlickerLayers.Of([Pwm(("duty", 0.3)), Pwm(("duty", 0.3)), Pwm(("duty", 0.4))]).Layers, Has.Count.EqualTo(3));

    [TestCase(90, 0.1, 0.001, 0.19)]
    [TestCase(200, 0.25, 0.002, 0.65)]
    public void APulsedLampIsCaughtAsOftenAsTheFormulaSays(double hz, double duty, double exposure, double expected)
    {
        LampWaveform pulse = Pwm(("frequency_hz", hz), ("duty", duty));
        const int frames = 20_000;
        double caught = Enumerable.Range(0, frames).Count(i => pulse.Integral(i / (hz * frames), (i / (hz * frames)) + exposure) > 1e-12);
        Assert.That(caught / frames, Is.EqualTo(expected).Within(2.0 / frames));
    }

    private static TestCaseData Case(string name, LampWaveform waveform) => new TestCaseData(waveform).SetArgDisplayNames(name);

    private static LampWaveform Mains(params (string Key, JsonNode? Value)[] values) => Lamp("light.mains", values);

    private static LampWaveform Pwm(params (string Key, JsonNode? Value)[] values) => Lamp("light.pwm", values);

    private static LampWaveform Lamp(string id, (string Key, JsonNode? Value)[] values)
    {
        InstalledPlugin plugin = SensorBench.Catalog.Require(id);
        return new((LightWaveform)plugin.Instance, plugin.Schema.Bind(SensorBench.Stage(id, values).Parameters).Parameters!);
    }
}
