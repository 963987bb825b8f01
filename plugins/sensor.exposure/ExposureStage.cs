using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorExposure;

/// <summary>H = L · τ · π T / (1 + 4 N²): the exposure in the focal plane, lx·s (EMVA 1288). Vignetting is a stage of its own.</summary>
public sealed class ExposureStage : SampleStage<ExposureParameters>
{
    public override SignalDomain Input => SignalDomain.Radiance;

    public override SignalDomain Output => SignalDomain.Irradiance;

    public override string ShaderFile => "sensor_exposure.glsl";

    public override bool MayRepeat => false;

    public override double Slope(ExposureParameters parameters, double iso, SignalRange before) => parameters.Transmittance;

    public override double Reference(double signal, in SampleSite site, ExposureParameters parameters) =>
        signal > 0 ? signal * site.Pixel.Exposure.LuxSecondsPerNit * parameters.Transmittance : 0;
}
