using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorShotNoise;

/// <summary>A Poisson count of the mean: shot noise of light and of dark current together.</summary>
public sealed class ShotNoiseStage : SampleStage<ShotNoiseParameters>
{
    public override SignalDomain Input => SignalDomain.MeanElectrons;

    public override SignalDomain Output => SignalDomain.Electrons;

    public override string ShaderFile => "sensor_shot_noise.glsl";

    public override bool HasVariance => true;

    public override ShotNoiseParameters WithoutNoise(ShotNoiseParameters parameters) => parameters with { Poisson = false };

    public override double Variance(double signal, double variance, in SampleSite site, ShotNoiseParameters parameters) => variance + (parameters.Poisson ? Math.Max(0, signal) : 0);

    public override double Reference(double signal, in SampleSite site, ShotNoiseParameters parameters) =>
        parameters.Poisson ? PoissonSampler.Draw(site.Random(0), signal) : signal;
}
