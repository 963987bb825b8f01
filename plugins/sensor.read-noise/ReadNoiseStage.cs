using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorReadNoise;

/// <summary>
/// e- + noise of the readout. Electrons are not cut at 0: dark pixels keep both halves of their noise. Tukey-lambda is that of ELD (Wei et al., 2020);
/// its standard deviation is scale · √(2/λ² · (1/(1+2λ) − Γ(λ+1)²/Γ(2λ+2))).
/// </summary>
public sealed class ReadNoiseStage : SampleStage<ReadNoiseParameters>
{
    public override SignalDomain Input => SignalDomain.Electrons;

    public override SignalDomain Output => SignalDomain.Electrons;

    public override string ShaderFile => "sensor_read_noise.glsl";

    public override bool HasVariance => true;

    public override ReadNoiseParameters WithoutNoise(ReadNoiseParameters parameters) => parameters with { ReadNoiseElectrons = 0 };

    /// <summary>The noise's variance, e-².</summary>
    public override IReadOnlyList<double> Coefficients(ReadNoiseParameters parameters) =>
        [parameters.ReadNoiseElectrons * parameters.ReadNoiseElectrons * (parameters.Law == ReadNoiseLaw.Gaussian ? 1 : TukeyLambda.Variance(parameters.Lambda))];

    public override double Variance(double signal, double variance, in SampleSite site, ReadNoiseParameters parameters) => variance + site.Pixel.Coefficients[0];

    public override double Reference(double signal, in SampleSite site, ReadNoiseParameters parameters)
    {
        uint bits = site.Random(0);
        double z = parameters.Law == ReadNoiseLaw.Gaussian ? NormalSampler.Draw(bits) : TukeyLambda.Draw(bits, parameters.Lambda);
        return signal + (parameters.ReadNoiseElectrons * z);
    }
}
