using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.IspDevelop;

/// <summary>(DN − black) / (white − black) · gain, clamped to 0..1, then sRGB's curve (IEC 61966-2-1).</summary>
public sealed class DevelopStage : PointwiseStage<DevelopParameters>
{
    public override SignalDomain Input => SignalDomain.RawDn;

    public override SignalDomain Output => SignalDomain.DisplayRgb;

    public override string ShaderFile => "isp_develop.glsl";

    public override SignalRange Range(DevelopParameters parameters, double iso, SignalRange before) => SignalRange.Unit;

    public override Rgb Reference(Rgb signal, in PixelSite site, DevelopParameters parameters)
    {
        double black = site.Range.BlackLevel, scale = parameters.Gain / (site.Range.WhiteLevel - black);
        return signal.Map((dn, _) => SrgbCurve.Encode((dn - black) * scale));
    }
}
