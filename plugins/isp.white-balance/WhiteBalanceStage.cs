using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.IspWhiteBalance;

/// <summary>
/// Digital numbers above black times their colour's gain, divided by the smallest of the three: no gain is below 1, so whatever was saturated reaches the
/// white level in all colours, where all are clipped. Saturated white stays white instead of turning magenta.
/// </summary>
public sealed class WhiteBalanceStage : SampleStage<WhiteBalanceParameters>
{
    public override SignalDomain Input => SignalDomain.RawDn;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override string ShaderFile => "isp_white_balance.glsl";

    /// <summary>Gains of red, green, blue and clear, less 1: a gain of 1 leaves the number as it is, to the bit.</summary>
    public override IReadOnlyList<double> Coefficients(WhiteBalanceParameters parameters)
    {
        double least = Math.Min(parameters.Red, Math.Min(parameters.Green, parameters.Blue)), green = (parameters.Green / least) - 1;
        return [(parameters.Red / least) - 1, green, (parameters.Blue / least) - 1, green];
    }

    public override double Reference(double signal, in SampleSite site, WhiteBalanceParameters parameters)
    {
        SignalRange range = site.Pixel.Range;
        return Math.Min(signal + (site.Pixel.Coefficients[site.Channel] * (signal - range.BlackLevel)), range.WhiteLevel);
    }
}
