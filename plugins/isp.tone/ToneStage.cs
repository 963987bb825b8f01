using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.IspTone;

/// <summary>
/// Straight up to the knee k; above it, with t = (x − k)/(1 − k) and T the same of white, the extended curve of Reinhard et al. (SIGGRAPH 2002),
/// y = k + (1 − k) t (1 + t/T²)/(1 + t): the slope is continuous, and white becomes 1. Each channel has the same curve, so grey stays grey.
/// </summary>
public sealed class ToneStage : PointwiseStage<ToneParameters>
{
    public override SignalDomain Input => SignalDomain.LinearRgb;

    public override SignalDomain Output => SignalDomain.LinearRgb;

    public override string ShaderFile => "isp_tone.glsl";

    public override SignalRange Range(ToneParameters parameters, double iso, SignalRange before) => SignalRange.Unit;

    public override Rgb Reference(Rgb signal, in PixelSite site, ToneParameters parameters)
    {
        double knee = parameters.Knee, rest = 1 - knee, end = (parameters.White - knee) / rest;
        return signal.Map((value, _) =>
        {
            double x = parameters.Gain * value, t = Math.Clamp((x - knee) / rest, 0, end);
            return Math.Min(x, knee) + (rest * t * (1 + (t / (end * end))) / (1 + t));
        });
    }
}
