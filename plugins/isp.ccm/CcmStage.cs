using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.IspCcm;

/// <summary>A colour matrix whose rows sum to 1, written as differences: grey has none, so it stays what it is to the bit.</summary>
public sealed class CcmStage : PointwiseStage<CcmParameters>
{
    public override SignalDomain Input => SignalDomain.LinearRgb;

    public override SignalDomain Output => SignalDomain.LinearRgb;

    public override string ShaderFile => "isp_ccm.glsl";

    public override Rgb Reference(Rgb signal, in PixelSite site, CcmParameters parameters)
    {
        (double r, double g, double b) = signal;
        return new(
            r + (parameters.RedFromGreen * (g - r)) + (parameters.RedFromBlue * (b - r)),
            g + (parameters.GreenFromRed * (r - g)) + (parameters.GreenFromBlue * (b - g)),
            b + (parameters.BlueFromRed * (r - b)) + (parameters.BlueFromGreen * (g - b)));
    }
}
