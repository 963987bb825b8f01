using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;

namespace SensorSim.Tests.Sensors;

/// <summary>A frame is its noise-free twin plus noise of the variance that the label says.</summary>
public abstract class NoiseTwinLaws : SensorLaws
{
    private const int Width = 96;
    private const int Frames = 64;
    private const double BrightestNit = 180;

    [TestCase("camera.noise")]
    [TestCase("mosaic")]
    [TestCase("everything")]
    [TestCase("merged")]
    [TestCase("merged", 6000)]
    [TestCase("gain last")]
    public void TheMeanOverManyFramesIsTheCleanTwinAndTheirSpreadIsTheVariance(string camera, double brightestNit = BrightestNit)
    {
        SensorChain chain = Camera(camera);
        double[] clean = Seen(NoiseTwins.Clean(chain), brightestNit, 0), variance = Seen(NoiseTwins.Variance(chain), brightestNit, 0);
        double[] mean = new double[clean.Length], square = new double[clean.Length];
        for (uint step = 0; step < Frames; step++)
        {
            double[] noisy = Seen(chain, brightestNit, step);
            for (int i = 0; i < noisy.Length; i++)
            {
                double noise = (noisy[i] - clean[i]) / Math.Sqrt(variance[i]);
                mean[i] += noise / Frames;
                square[i] += noise * noise / Frames;
            }
        }

        // Rounding of the clean twin counts as noise of the frame: it moves single pixels, not the field.
        int n = clean.Length;
        Assert.Multiple(() =>
        {
            Holds($"TWIN-1 {camera}: mean of (frame − clean)/σ", mean.Average(), 0, 0.02);
            Holds($"TWIN-2 {camera}: mean square of (frame − clean)/σ", square.Average(), 1, 0.02);
            Assert.That(n, Is.EqualTo(variance.Length));
        });
    }

    [TestCase("camera.noise")]
    [TestCase("mosaic")]
    [TestCase("everything")]
    [TestCase("merged")]
    public void TheVarianceIsThatOfTheReference(string camera)
    {
        SensorChain variance = NoiseTwins.Variance(Camera(camera));
        SensorFrame frame = Frame(0);
        double[] expected = SensorBench.Samples(variance, ReferenceRunner.Run(variance, frame, [SensorBench.Field(Width, Width, Light(BrightestNit))]));
        double[] measured = Seen(variance, BrightestNit, 0);
        Assert.That(measured.Zip(expected, (a, b) => Math.Abs(a - b) / b).Max(), Is.LessThan(2e-4));
    }

    [Test]
    public void TheCleanTwinIsTheSameInEveryFrameAndKeepsTheSensorsPattern()
    {
        SensorChain clean = NoiseTwins.Clean(Camera("everything"));
        double[] first = Seen(clean, BrightestNit, 0);
        Assert.Multiple(() =>
        {
            Assert.That(Seen(clean, BrightestNit, 7), Is.EqualTo(first));
            Assert.That(Enumerable.Range(0, Width).Select(x => first[x]).Distinct().Count(), Is.GreaterThan(1), "a row of equal light has a pattern");
        });
    }

    [TestCase("isp.white-balance")]
    [TestCase("isp.lens-shading")]
    public void ARawPictureOfWhichTheNumbersChangeBehindTheirNoiseHasNoVariance(string stage)
    {
        SensorChain chain = SensorBench.Raw([.. Parts([SensorBench.Stage("sensor.read-noise")]), SensorBench.Stage(stage)]);

        Assert.That(() => NoiseTwins.Variance(chain), Throws.TypeOf<SensorChainException>().With.Message.Contains($"{stage} changes the raw numbers behind their noise"));
    }

    private static SensorChain Camera(string camera) => camera switch
    {
        "camera.noise" => SensorBench.Raw(SensorBench.Stage("camera.noise", ("gain_dn_per_electron", 1.5), ("bits", 16))),
        "mosaic" => SensorBench.Raw(Parts([SensorBench.Stage("sensor.read-noise", ("law", "tukey_lambda"), ("lambda", 0.05))])),
        "everything" => SensorBench.Raw(Parts(
        [
            SensorBench.Stage("sensor.telegraph-noise", ("share", 0.2)), SensorBench.Stage("sensor.read-noise"), SensorBench.Stage("sensor.row-noise", ("temporal_electrons", 1.2)),
            SensorBench.Stage("sensor.column-noise", ("temporal_electrons", 0.9)), SensorBench.Stage("sensor.dsnu"),
        ])),
        "gain last" => SensorBench.Raw(
            SensorBench.Stage("sensor.exposure"), SensorBench.Stage("sensor.quantum-efficiency"), SensorBench.Stage("sensor.shot-noise"), SensorBench.Stage("sensor.read-noise"),
            SensorBench.Stage("sensor.gain", ("gain_dn_per_electron", 10))),
        _ => SensorBench.Raw(
            SensorBench.Stage("sensor.exposure"), SensorBench.Stage("sensor.quantum-efficiency"), SensorBench.Stage("sensor.cfa"),
            SensorBench.Stage("sensor.hdr-merge"), SensorBench.Stage("sensor.companding", ("knee1_dn", 60000), ("knee2_dn", 60000), ("slope3", 0.5))),
    };

    private static StageRequest[] Parts(StageRequest[] readout) =>
    [
        SensorBench.Stage("sensor.exposure"), SensorBench.Stage("sensor.quantum-efficiency"), SensorBench.Stage("sensor.cfa"), SensorBench.Stage("sensor.prnu"),
        SensorBench.Stage("sensor.dark-current"), SensorBench.Stage("sensor.shot-noise"), SensorBench.Stage("sensor.full-well"), .. readout,
        SensorBench.Stage("sensor.gain", ("gain_dn_per_electron", 1.5)), SensorBench.Stage("sensor.black-level", ("black_level_dn", 256)), SensorBench.Stage("sensor.adc", ("bits", 16)),
    ];

    // From a tenth of the light to all of it, down the rows.
    private static Func<int, int, double> Light(double brightestNit) => (_, y) => brightestNit * (0.1 + (0.9 * y / Width));

    private static SensorFrame Frame(uint step) => SensorBench.Frame(Width, Width, step: step);

    private double[] Seen(SensorChain chain, double brightestNit, uint step) => SensorBench.Samples(chain, Run(chain, Frame(step), Light(brightestNit)));
}
