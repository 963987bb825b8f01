using System.Text.Json.Nodes;
using SensorSim.Rendering.Sensors;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Sensors;

public sealed class StageFusionTests
{
    [Test]
    public void NoiseAndDevelopmentShareTheLastPassOfTheBlur()
    {
        IReadOnlyList<FusedPass> passes = StageFusion.Plan(SensorBench.Display(SensorBench.Stage("camera.blur"), SensorBench.Stage("camera.noise")));
        Assert.Multiple(() =>
        {
            Assert.That(passes.Select(pass => pass.Name), Is.EqualTo(["camera.blur[0]", "camera.blur[1]+camera.noise+isp.develop+quantize"]));
            Assert.That(passes.Select(pass => pass.OverLayers), Is.EqualTo([true, false]));
            Assert.That(passes.Select(pass => pass.IsLast), Is.EqualTo([false, true]));
        });
    }

    [Test]
    public void AtOneStageAPassEachStageStandsAlone()
    {
        IReadOnlyList<FusedPass> passes = StageFusion.Plan(SensorBench.Display(SensorBench.Stage("camera.noise")), 1);
        Assert.That(passes.Select(pass => pass.Name), Is.EqualTo(["camera.noise", "isp.develop+quantize"]));
    }

    [Test]
    public void AnEmptyChainIsOneDispatchThatJoinsTheLayers()
    {
        IReadOnlyList<FusedPass> passes = StageFusion.Plan(SensorBench.Display());
        Assert.Multiple(() =>
        {
            Assert.That(passes.Select(pass => pass.Name), Is.EqualTo(["expose"]));
            Assert.That(passes[0].Source, Does.Contain("layer_count"));
        });
    }

    [Test]
    public void APluginThatIsUsedTwiceIsDeclaredOnce()
    {
        IReadOnlyList<FusedPass> passes = StageFusion.Plan(SensorBench.Display(
            SensorBench.Stage("camera.noise"), SensorBench.Stage("isp.develop")));
        string source = passes[^1].Source;
        Assert.That(source.Split("struct camera_noise_Parameters"), Has.Length.EqualTo(2));
    }

    [Test]
    public void AMosaicTravelsAsOneFloatAPixel()
    {
        IReadOnlyList<FusedPass> passes = StageFusion.Plan(Mosaic(("read_noise_electrons", 2)));
        Assert.Multiple(() =>
        {
            Assert.That(passes.Select(pass => pass.SourceLayout), Is.EqualTo([SampleLayout.Rgb, SampleLayout.Mosaic]));
            Assert.That(passes[0].Source, Does.Contain("float target[]"));
            Assert.That(passes[1].Name, Is.EqualTo("isp.demosaic[0]+isp.develop+quantize"));
        });
    }

    [Test]
    public void ChoicesAndZerosArePartOfTheStructureAndOtherNumbersAreNot()
    {
        string two = Mosaic(("read_noise_electrons", 2)).Structure;
        Assert.Multiple(() =>
        {
            Assert.That(Mosaic(("read_noise_electrons", 3)).Structure, Is.EqualTo(two));
            Assert.That(Mosaic(("read_noise_electrons", 0)).Structure, Is.Not.EqualTo(two));
            Assert.That(Mosaic(("read_noise_electrons", 2), ("law", "tukey_lambda")).Structure, Is.Not.EqualTo(two));
            Assert.That(StageFusion.Plan(Mosaic(("law", "tukey_lambda")))[0].Source, Does.Contain(".law = 1;"));
        });
    }

    private static SensorChain Mosaic(params (string Key, JsonNode? Value)[] readNoise) => SensorBench.Display(
        SensorBench.Stage("sensor.exposure"), SensorBench.Stage("sensor.quantum-efficiency"), SensorBench.Stage("sensor.cfa"), SensorBench.Stage("sensor.shot-noise"),
        SensorBench.Stage("sensor.read-noise", readNoise), SensorBench.Stage("sensor.gain"), SensorBench.Stage("sensor.adc"));
}
