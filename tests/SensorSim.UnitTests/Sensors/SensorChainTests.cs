using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Sensors;

public sealed class SensorChainTests
{
    [Test]
    public void RawNumbersAreDevelopedUnlessRawIsAskedFor() => Assert.Multiple(() =>
    {
        Assert.That(Uses(SensorBench.Display(SensorBench.Stage("camera.noise"))), Is.EqualTo(["camera.noise", "isp.develop"]));
        Assert.That(Uses(SensorBench.Raw(SensorBench.Stage("camera.noise"))), Is.EqualTo(["camera.noise"]));
        Assert.That(SensorBench.Raw(SensorBench.Stage("camera.noise")).OutputType, Is.EqualTo(SampleType.UInt16));
        Assert.That(SensorBench.Display(SensorBench.Stage("camera.noise")).OutputType, Is.EqualTo(SampleType.UInt8));
    });

    [Test]
    public void TheExposureWindowStandsBetweenOpticsAndSensor() =>
        Assert.That(SensorBench.Display(SensorBench.Stage("camera.blur"), SensorBench.Stage("camera.noise")).CollapseAt, Is.EqualTo(1));

    [Test]
    public void ADevelopmentStageFindsTheRangeOfTheCamera()
    {
        SensorChain chain = SensorBench.Display(SensorBench.Stage("camera.noise"));
        SignalRange range = chain.RangeBefore(1, 100);
        Assert.Multiple(() =>
        {
            Assert.That(range.BlackLevel, Is.EqualTo(256));
            Assert.That(range.WhiteLevel, Is.EqualTo(4095).Within(1e-9));
            Assert.That(chain.RangeBefore(0, 100), Is.EqualTo(SignalRange.Unlimited));
        });
    }

    [Test]
    public void AllErrorsComeAtOnceWithTheirEntries()
    {
        StageRequest[] requests =
        [
            SensorBench.Stage("camera.blurr"),
            SensorBench.Stage("camera.noise", ("gane", 1), ("bits", 99)),
            SensorBench.Stage("light.mains"),
        ];
        var error = Assert.Throws<SensorChainException>(() => SensorBench.Display(requests));
        Assert.Multiple(() =>
        {
            Assert.That(error!.Errors.Select(e => (e.Index, e.Key)), Is.EqualTo(new[] { (0, "use"), (1, "gane"), (1, "bits"), (2, "use") }));
            Assert.That(error.Errors[0].Message, Does.Contain("Did you mean \"camera.blur\"?"));
            Assert.That(error.Errors[3].Message, Does.Contain("light plugin"));
        });
    }

    [Test]
    public void TwoChargeConvertersAreRefused() => AssertRefused("Radiance, but camera.noise in front of it gives RawDn", "camera.noise", "camera.noise");

    [Test]
    public void OpticsBehindTheSensorAreRefused() => AssertRefused("Move it in front of camera.noise", "camera.noise", "camera.blur");

    [Test]
    public void DevelopingLightIsRefused() => AssertRefused("Put a stage between them, such as camera.noise.", "isp.develop");

    [TestCase("isp.ccm", "isp.ccm takes LinearRgb, but the renderer in front of it gives Radiance. Put stages between them, such as camera.noise and isp.linearize, in this order.")]
    [TestCase("sensor.cfa", "sensor.cfa takes MeanElectrons, but the renderer in front of it gives Radiance. Put stages between them, such as sensor.exposure and sensor.quantum-efficiency, in this order.")]
    [TestCase("isp.demosaic", "isp.demosaic takes RawDn, but the renderer in front of it gives Radiance. Put a stage between them, such as camera.noise.")]
    public void AStageAlone_IsToldWhatItLacks_AndNothingElse(string use, string expected)
    {
        var error = Assert.Throws<SensorChainException>(() => SensorBench.Display(SensorBench.Stage(use)));
        Assert.That(error!.Errors.Select(one => one.Message), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void AChainThatEndsTooEarly_IsToldHowToEnd() => AssertRefused("Add sensor.hdr-merge behind it.", "sensor.exposure", "sensor.quantum-efficiency");

    [Test]
    public void RawOutputNeedsRawNumbers()
    {
        var error = Assert.Throws<SensorChainException>(() => SensorBench.Raw(SensorBench.Stage("camera.blur")));
        Assert.That(error!.Message, Does.Contain("End it with a stage that gives RawDn"));
    }

    [Test]
    public void ABlackLevelAboveWhiteIsRefused()
    {
        var error = Assert.Throws<SensorChainException>(() => SensorBench.Raw(SensorBench.Stage("camera.noise", ("bits", 8))));
        Assert.That(error!.Message, Does.Contain("white must lie above black"));
    }

    [Test]
    public void RawNumbersThatSixteenBitsCannotHoldAreRefused()
    {
        SensorParts wide = SensorParts.Counter.With("sensor.adc", ("bits", 20));
        Assert.Multiple(() =>
        {
            Assert.That(wide.Raw, Throws.TypeOf<SensorChainException>().With.Message.Contains("16 bits hold 65535"));
            Assert.That(wide.With("sensor.companding").Raw().OutputType, Is.EqualTo(SampleType.UInt16));
        });
    }

    [Test]
    public void DevelopingNumbersWithoutAWhiteLevelIsRefused()
    {
        StageRequest[] open = [.. SensorParts.Linear.Requests().Where(stage => stage.Use is not ("sensor.full-well" or "sensor.adc"))];
        Assert.That(() => SensorBench.Display(open), Throws.TypeOf<SensorChainException>().With.Message.Contains("such as sensor.adc"));
    }

    [Test]
    public void TwoStagesOfOneNameAreRefused()
    {
        StageRequest blur = SensorBench.Stage("camera.blur") with { Name = "lens" };
        Assert.That(() => SensorBench.Display(blur, blur), Throws.TypeOf<SensorChainException>().With.Message.Contains("Two stages are named"));
    }

    [Test]
    public void TwoPluginsOfOneNameInTheShaderAreRefused()
    {
        InstalledPlugin blur = SensorBench.Catalog.Plugins["camera.blur"];
        var plugins = new Dictionary<string, InstalledPlugin>(SensorBench.Catalog.Plugins, StringComparer.Ordinal)
        {
            ["camera-blur"] = blur with { Manifest = blur.Manifest with { Id = "camera-blur" } },
        };
        Assert.That(
            () => SensorChain.Build(plugins, [SensorBench.Stage("camera.blur"), SensorBench.Stage("camera-blur")]),
            Throws.TypeOf<SensorChainException>().With.Message.Contains("camera-blur and camera.blur are both camera_blur in GLSL"));
    }

    [Test]
    public void RepeatedStagesHaveRandomNumbersOfTheirOwn()
    {
        SensorChain chain = SensorBench.Display(SensorBench.Stage("camera.blur"), SensorBench.Stage("camera.blur"));
        Assert.Multiple(() =>
        {
            Assert.That(chain.Stages.Select(stage => stage.Name), Is.EqualTo(["camera.blur", "camera.blur#2"]));
            Assert.That(chain.Stages[0].Stream, Is.Not.EqualTo(chain.Stages[1].Stream));
        });
    }

    [Test]
    public void TheReferenceDoesNotDependOnTheOrderOfPixels()
    {
        SensorChain chain = SensorBench.Raw(SensorBench.Stage("camera.noise"));
        SensorFrame frame = SensorBench.Frame(64, 64);
        SignalImage whole = ReferenceRunner.Run(chain, frame, [SensorBench.Field(64, 64, (_, _) => 20)]);
        var stage = (IPointwiseStage)chain.Stages[0].Stage;
        double[] coefficients = [.. chain.Stages[0].Stage.CoefficientsOf(chain.Stages[0].Parameters)];
        for (uint i = 64 * 64; i-- > 0;)
        {
            var random = new SensorSim.Randomness.RandomStream(frame.FrameKey, i, frame.Step, chain.Stages[0].Stream);
            var site = new PixelSite((int)i % 64, (int)i / 64, 64, 64, frame.Exposure, SignalRange.Unit, coefficients, null, random, random);
            Assert.That(stage.ReferenceOf(new(20, 20, 20), site, chain.Stages[0].Parameters), Is.EqualTo(whole.Pixels[(int)i]));
        }
    }

    [Test]
    public void KneesInTheWrongOrderAreRefused() => Assert.That(
        () => SensorParts.Linear.With("sensor.companding", ("knee1_dn", 9000), ("knee2_dn", 100)).Raw(),
        Throws.TypeOf<SensorChainException>().With.Message.Contains("\"knee2_dn\" is 100, in front of \"knee1_dn\" at 9000"));

    private static IEnumerable<string> Uses(SensorChain chain) => chain.Records.Select(record => record.Use);

    private static void AssertRefused(string expected, params string[] uses)
    {
        var error = Assert.Throws<SensorChainException>(() => SensorBench.Display([.. uses.Select(use => SensorBench.Stage(use))]));
        Assert.That(error!.Message, Does.Contain(expected));
    }
}
