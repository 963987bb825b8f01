using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorColumnNoise;

/// <summary>All samples of a column are read by the same circuit: e- + σ_t · z(frame, column) + σ_f · z(sensor, column). The three samples of a pixel share their column.</summary>
public sealed class ColumnNoiseStage : SampleStage<ColumnNoiseParameters>
{
    public override SignalDomain Input => SignalDomain.Electrons;

    public override SignalDomain Output => SignalDomain.Electrons;

    public override string ShaderFile => "sensor_column_noise.glsl";

    public override bool HasVariance => true;

    public override ColumnNoiseParameters WithoutNoise(ColumnNoiseParameters parameters) => parameters with { TemporalElectrons = 0 };

    public override double Variance(double signal, double variance, in SampleSite site, ColumnNoiseParameters parameters) => variance + (parameters.TemporalElectrons * parameters.TemporalElectrons);

    public override double Reference(double signal, in SampleSite site, ColumnNoiseParameters parameters) => signal
        + (parameters.TemporalElectrons * NormalSampler.Draw(site.Pixel.ColumnRandom.Draw(0).X))
        + (parameters.FixedElectrons * NormalSampler.Draw(site.Pixel.ColumnPattern.Draw(0).X));
}
