using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorRowNoise;

/// <summary>All samples of a row are read by the same circuit: e- + σ_t · z(frame, row) + σ_f · z(sensor, row). The three samples of a pixel share their row.</summary>
public sealed class RowNoiseStage : SampleStage<RowNoiseParameters>
{
    public override SignalDomain Input => SignalDomain.Electrons;

    public override SignalDomain Output => SignalDomain.Electrons;

    public override string ShaderFile => "sensor_row_noise.glsl";

    public override bool HasVariance => true;

    public override RowNoiseParameters WithoutNoise(RowNoiseParameters parameters) => parameters with { TemporalElectrons = 0 };

    public override double Variance(double signal, double variance, in SampleSite site, RowNoiseParameters parameters) => variance + (parameters.TemporalElectrons * parameters.TemporalElectrons);

    public override double Reference(double signal, in SampleSite site, RowNoiseParameters parameters) => signal
        + (parameters.TemporalElectrons * NormalSampler.Draw(site.Pixel.RowRandom.Draw(0).X))
        + (parameters.FixedElectrons * NormalSampler.Draw(site.Pixel.RowPattern.Draw(0).X));
}
