using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.IspLinearize;

/// <summary>(DN − black) / (white − black) · gain, not clamped: noise below black stays below 0 and keeps its mean.</summary>
public sealed class LinearizeStage : PointwiseStage<LinearizeParameters>
{
    public override SignalDomain Input => SignalDomain.RawDn;

    public override SignalDomain Output => SignalDomain.LinearRgb;

    public override string ShaderFile => "isp_linearize.glsl";

    public override SignalRange Range(LinearizeParameters parameters, double iso, SignalRange before) => SignalRange.Unit.Times(parameters.Gain);

    public override Rgb Reference(Rgb signal, in PixelSite site, LinearizeParameters parameters)
    {
        double black = site.Range.BlackLevel, scale = parameters.Gain / (site.Range.WhiteLevel - black);
        return signal.Map((dn, _) => (dn - black) * scale);
    }
}
