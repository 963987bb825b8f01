using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.IspSrgb;

/// <summary>sRGB's curve (IEC 61966-2-1) of linear light, clamped to 0..1.</summary>
public sealed class SrgbStage : PointwiseStage<SrgbParameters>
{
    public override SignalDomain Input => SignalDomain.LinearRgb;

    public override SignalDomain Output => SignalDomain.DisplayRgb;

    public override string ShaderFile => "isp_srgb.glsl";

    public override SignalRange Range(SrgbParameters parameters, double iso, SignalRange before) => SignalRange.Unit;

    public override Rgb Reference(Rgb signal, in PixelSite site, SrgbParameters parameters) => signal.Map((linear, _) => SrgbCurve.Encode(linear));
}
