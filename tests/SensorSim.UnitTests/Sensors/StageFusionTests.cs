using SensorSim.Rendering.Sensors;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Sensors;

public sealed class StageFusionTests
{
    [Test]
    public void NoiseAndDevelopmentShareOneDispatchAfterTheBlur()
    {
        IReadOnlyList<FusedPass> passes = StageFusion.Plan(SensorBench.Display(SensorBench.Stage("camera.blur"), SensorBench.Stage("camera.noise")));
        Assert.Multiple(() =>
        {
            Assert.That(passes.Select(pass => pass.Name), Is.EqualTo(["camera.blur[0]", "camera.blur[1]", "camera.noise+isp.develop+quantize"]));
            Assert.That(passes.Select(pass => pass.OverLayers), Is.EqualTo([true, true, false]));
            Assert.That(passes.Select(pass => pass.IsLast), Is.EqualTo([false, false, true]));
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
}
