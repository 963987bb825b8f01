using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorTelegraphNoise;

/// <summary>
/// Random telegraph noise: a pixel with a trap has one of two levels, a and 0 e- more than the others, around its own mean. The state is drawn anew for each frame with
/// the trap's duty: right where frames are further apart than the trap's time constants; nothing remembers the last frame.
/// </summary>
public sealed class TelegraphNoiseStage : SampleStage<TelegraphNoiseParameters>
{
    public override SignalDomain Input => SignalDomain.Electrons;

    public override SignalDomain Output => SignalDomain.Electrons;

    public override string ShaderFile => "sensor_telegraph_noise.glsl";

    public override bool HasVariance => true;

    public override TelegraphNoiseParameters WithoutNoise(TelegraphNoiseParameters parameters) => parameters with { AmplitudeElectrons = 0 };

    public override double Variance(double signal, double variance, in SampleSite site, TelegraphNoiseParameters parameters) => RandomStream.Uniform(site.Pattern(0)) > parameters.Share
        ? variance
        : variance + (parameters.AmplitudeElectrons * parameters.AmplitudeElectrons * parameters.Duty * (1 - parameters.Duty));

    public override double Reference(double signal, in SampleSite site, TelegraphNoiseParameters parameters)
    {
        if (RandomStream.Uniform(site.Pattern(0)) > parameters.Share)
        {
            return signal;
        }

        bool filled = RandomStream.Uniform(site.Random(0)) <= parameters.Duty;
        return signal + (parameters.AmplitudeElectrons * ((filled ? 1 : 0) - parameters.Duty));
    }
}
