using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorQuantumEfficiency;

/// <summary>Mean e- = η · A · 4091 · H, for the three filters at each pixel; <c>sensor.cfa</c> behind it keeps one.</summary>
public sealed class QuantumEfficiencyStage : PointwiseStage<QuantumEfficiencyParameters>
{
    public override SignalDomain Input => SignalDomain.Irradiance;

    public override SignalDomain Output => SignalDomain.MeanElectrons;

    public override bool MayRepeat => false;

    public override string ShaderFile => "sensor_quantum_efficiency.glsl";

    /// <summary>e- per lx·s behind the red, green and blue filter.</summary>
    public override IReadOnlyList<double> Coefficients(QuantumEfficiencyParameters parameters)
    {
        double photonsPerLuxSecond = parameters.PixelPitchUm * parameters.PixelPitchUm * GreenLight.PhotonsPerLuxSecondUm2;
        return [parameters.Red * photonsPerLuxSecond, parameters.Green * photonsPerLuxSecond, parameters.Blue * photonsPerLuxSecond];
    }

    /// <summary>Of the channel that saturates first under white light.</summary>
    public override double Slope(QuantumEfficiencyParameters parameters, double iso, SignalRange before) => Coefficients(parameters).Max();

    public override Rgb Reference(Rgb signal, in PixelSite site, QuantumEfficiencyParameters parameters)
    {
        IReadOnlyList<double> electrons = site.Coefficients;
        return new(electrons[0] * signal.R, electrons[1] * signal.G, electrons[2] * signal.B);
    }
}
