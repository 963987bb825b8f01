using SensorSim.Hosting.Plugins;
using SensorSim.Lights;
using SensorSim.Plugins;
using SensorSim.Rendering.Flicker;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Sensors;

/// <summary>The GPU against the double-precision reference, fed the same random integers, and against itself.</summary>
public sealed class SensorRunnerTests : GpuFixture
{
    private const double Gain = 0.47;

    private static readonly StageRequest Noise = SensorBench.Stage("camera.noise");
    private static readonly StageRequest Blur = SensorBench.Stage("camera.blur", ("sigma_px", 0.8));

    [Test]
    public void RawNumbersAgreeWithTheReference()
    {
        // From a hundredth of an electron to saturation, logarithmically: every branch of the sampler.
        double perNit = SensorBench.ElectronsPerNit(0.01, 2);
        SensorFrame frame = SensorBench.Frame(512, 512);
        SignalImage[] layers = [SensorBench.Field(512, 512, (x, y) => 0.01 * Math.Pow(1e6, ((y * 512) + x) / (512.0 * 512)) / perNit)];
        AssertAgreement(SensorBench.Raw(Noise), frame, layers);
    }

    [Test]
    public void AgreementHoldsThroughBlurAndFlicker()
    {
        (SensorFrame frame, SignalImage[] layers) = Flickering(320, 240);
        AssertAgreement(SensorBench.Raw(Blur, Noise), frame, layers);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void AgreementHoldsThroughAllPartsOfASensor(bool mosaic)
    {
        (SensorFrame frame, SignalImage[] layers) = Flickering(320, 240);
        SensorParts parts = SensorParts.Everything.With("sensor.companding", ("slope1", 1), ("slope2", 1), ("slope3", 1));
        AssertAgreement((mosaic ? parts.With("sensor.cfa") : parts).Raw(), frame, layers);
    }

    [TestCase(3)]
    [TestCase(30)]
    [TestCase(300)]
    [TestCase(3000)]
    [TestCase(7900)]
    [TestCase(20000)]
    public void DistributionsAgreeWithTheReference(double electrons)
    {
        SensorChain chain = SensorBench.Raw(SensorBench.ElectronCounter(("read_noise_electrons", 3)));
        double nit = electrons / SensorBench.ElectronsPerNit(0.01, 2);
        SignalImage[] layers = [SensorBench.Field(256, 256, (_, _) => nit)];
        double[] gpu = SensorBench.Samples(GpuSensor.Run(chain, SensorBench.Frame(256, 256, step: 1), layers));
        double[] reference = SensorBench.Samples(ReferenceRunner.Run(chain, SensorBench.Frame(256, 256, step: 2), layers));
        double standardError = Math.Sqrt(0.25 * 2 / gpu.Length);
        Assert.That(Moments.KolmogorovSmirnov(gpu, reference), Is.LessThan(4 * standardError));
    }

    [Test]
    public void PicturesAgreeWithTheReferenceToOneCode()
    {
        (SensorFrame frame, SignalImage[] layers) = Flickering(320, 240);
        SensorChain chain = SensorBench.Display(Blur, SensorBench.Stage("camera.noise", ("shot_noise", false), ("read_noise_electrons", 0)));
        double[] gpu = SensorBench.Samples(GpuSensor.Run(chain, frame, layers));
        double[] reference = SensorBench.Samples(ReferenceRunner.Run(chain, frame, layers));
        Assert.That(gpu.Zip(reference, (a, b) => Math.Abs(a - b)).Max(), Is.LessThan(1.01 / 255));
    }

    [Test]
    public void FusedStagesGiveTheSameBytesAsSingleOnes([Values] bool isMosaic)
    {
        (SensorFrame frame, SignalImage[] layers) = Flickering(577, 481);
        SensorChain chain = isMosaic ? MosaicCamera() : SensorBench.Display(Blur, Noise);
        double[] fused = SensorBench.Samples(GpuSensor.Run(chain, frame, layers));
        double[] single = SensorBench.Samples(GpuSensor.Run(chain, frame, layers, stagesPerPass: 1));
        Assert.Multiple(() =>
        {
            Assert.That(StageFusion.Plan(chain, 1), Has.Count.GreaterThan(StageFusion.Plan(chain).Count));
            Acceptance.Holds("RNG-2 samples that depend on how stages share dispatches", fused.Zip(single).Count(pair => pair.First != pair.Second), 0, 0, "577×481");
        });
    }

    [Test]
    public void Rng2_FramesOfOneSubmissionAreThoseOfSeveral()
    {
        SensorChain bright = SensorBench.Display(Blur, Noise);
        SensorChain dark = SensorBench.Display(SensorBench.Stage("camera.blur", ("sigma_px", 2)), SensorBench.Stage("camera.noise", ("quantum_efficiency", 0.1)));
        (SensorFrame small, SignalImage[] smallLayers) = Flickering(64, 33);
        (SensorFrame large, SignalImage[] largeLayers) = Flickering(200, 100);
        (SensorChain, SensorFrame, IReadOnlyList<SignalImage>)[] frames =
            [(bright, small, smallLayers), (dark, large, largeLayers), (bright, large with { Step = 9 }, largeLayers)];
        using var runner = new SensorRunner(Device, GpuSensor.Shaders, bright);
        byte[][] together = GpuSensor.RunAll(runner, frames);
        byte[][] apart = [.. frames.Reverse().Select(frame => GpuSensor.RunAll(runner, [frame])[0]).Reverse()];
        Assert.Multiple(() =>
        {
            Acceptance.Holds("RNG-2 frames that depend on the submission", together.Zip(apart).Count(pair => !pair.First.AsSpan().SequenceEqual(pair.Second)), 0, 0, "3 frames");
            Assert.That(together[1], Is.Not.EqualTo(together[2]), "parameters differ from frame to frame");
        });
    }

    [Test]
    public void AStrangersStageRunsInFrontOfTheShutter()
    {
        PluginCatalog catalog = PluginCatalog.Load([Path.Combine(AppContext.BaseDirectory, "plugins"), StrangersFolder.Path]);
        SensorChain chain = SensorChain.Build(
            catalog.Plugins,
            [SensorBench.Stage("stranger.vignette", ("focal_px", 60)), SensorBench.ElectronCounter(("shot_noise", false))],
            SensorOutput.Raw);
        (SensorFrame frame, SignalImage[] layers) = Flickering(128, 96);
        double[] gpu = SensorBench.Samples(GpuSensor.Run(chain, frame, layers));
        double[] reference = SensorBench.Samples(ReferenceRunner.Run(chain, frame, layers));
        using var runner = new SensorRunner(Device, GpuSensor.Shaders, chain);
        Assert.Multiple(() =>
        {
            Assert.That(gpu.Zip(reference, (a, b) => Math.Abs(a - b)).Max(), Is.LessThanOrEqualTo(1));
            Assert.That(runner.Shaders.Keys, Is.EqualTo(["sensor/stranger.vignette+camera.noise+store"]));
        });
    }

    [Test]
    public void AnotherStructureIsRefused()
    {
        using var runner = new SensorRunner(Device, GpuSensor.Shaders, SensorBench.Display(Noise));
        (SensorFrame frame, SignalImage[] layers) = Flickering(8, 8);
        Assert.That(() => GpuSensor.RunAll(runner, [(SensorBench.Raw(Noise), frame, layers)]), Throws.ArgumentException.With.Message.Contains("structure"));
    }

    private static SensorChain MosaicCamera() => SensorBench.Display(
        Blur, SensorBench.Stage("sensor.exposure"), SensorBench.Stage("sensor.quantum-efficiency"), SensorBench.Stage("sensor.cfa"), SensorBench.Stage("sensor.shot-noise"),
        SensorBench.Stage("sensor.read-noise"), SensorBench.Stage("sensor.gain"), SensorBench.Stage("sensor.adc"), SensorBench.Stage("isp.defect-correction"));

    private static void AssertAgreement(SensorChain chain, SensorFrame frame, SignalImage[] layers)
    {
        double[] gpu = SensorBench.Samples(chain, GpuSensor.Run(chain, frame, layers));
        double[] reference = SensorBench.Samples(chain, ReferenceRunner.Run(chain, frame, layers));
        double tolerance = Math.Max(1, 2 * Gain);
        double agreeing = gpu.Zip(reference, (a, b) => Math.Abs(a - b) <= tolerance).Count(agrees => agrees) / (double)gpu.Length;
        double identical = gpu.Zip(reference, (a, b) => a == b).Count(same => same) / (double)gpu.Length;
        double standardError = Math.Sqrt(0.25 * 2 / gpu.Length);
        TestContext.Out.WriteLine($"agreeing: {agreeing:P4}, identical: {identical:P4}");
        Assert.Multiple(() =>
        {
            Assert.That(agreeing, Is.GreaterThanOrEqualTo(0.999));
            Assert.That(identical, Is.GreaterThan(0.995), "the sampler's formulas are the same");
            Assert.That(Moments.KolmogorovSmirnov(gpu, reference), Is.LessThan(4 * standardError));
        });
    }

    private static (SensorFrame Frame, SignalImage[] Layers) Flickering(int width, int height)
    {
        InstalledPlugin mains = SensorBench.Catalog.Require("light.mains");
        object parameters = mains.Schema.Bind(SensorBench.Stage("", ("modulation", 0.9), ("phase", 0.4)).Parameters).Parameters!;
        var flicker = FlickerLayers.Of([null, new LampWaveform((LightWaveform)mains.Instance, parameters)]);
        Exposure exposure = Exposure.Physical(1.5, 0.004, 4e-5, 2, 100);
        SignalImage[] layers =
        [
            .. flicker.Layers.Select((_, layer) => SensorBench.Field(width, height, (x, y) =>
                (flicker.WeightsOf(0)[layer] * 300.0 * x / width) + (flicker.WeightsOf(1)[layer] * 600.0 * ((x / 16) + (y / 16)) % 2))),
        ];
        return (SensorBench.Frame(width, height, exposure, flicker: flicker), layers);
    }
}
