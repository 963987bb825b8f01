using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorCfa;

/// <summary>Keeps of each pixel the sample of its filter. A clear pixel has a weighted sum of the three.</summary>
public sealed class CfaStage : MosaicStage<CfaParameters>
{
    public override SignalDomain Input => SignalDomain.MeanElectrons;

    public override SignalDomain Output => SignalDomain.MeanElectrons;

    public override string ShaderFile => "sensor_cfa.glsl";

    public override FilterPattern Filters(CfaParameters parameters) => parameters.Pattern switch
    {
        CfaPattern.Bggr => new(FilterColor.Blue, FilterColor.Green, FilterColor.Green, FilterColor.Red),
        CfaPattern.Grbg => new(FilterColor.Green, FilterColor.Red, FilterColor.Blue, FilterColor.Green),
        CfaPattern.Gbrg => new(FilterColor.Green, FilterColor.Blue, FilterColor.Red, FilterColor.Green),
        CfaPattern.Rccb => new(FilterColor.Red, FilterColor.Clear, FilterColor.Clear, FilterColor.Blue),
        CfaPattern.Mono => new(FilterColor.Clear, FilterColor.Clear, FilterColor.Clear, FilterColor.Clear),
        _ => new(FilterColor.Red, FilterColor.Green, FilterColor.Green, FilterColor.Blue),
    };

    /// <summary>Of the filter whose pixels saturate first under white light.</summary>
    public override double Slope(CfaParameters parameters, double iso, SignalRange before)
    {
        double clear = parameters.ClearRed + parameters.ClearGreen + parameters.ClearBlue;
        return parameters.Pattern switch
        {
            CfaPattern.Mono => clear,
            CfaPattern.Rccb => Math.Max(1, clear),
            _ => 1,
        };
    }

    public override double Reference(Rgb signal, in PixelSite site, CfaParameters parameters) => site.Filters!.At(site.X, site.Y) switch
    {
        FilterColor.Red => signal.R,
        FilterColor.Green => signal.G,
        FilterColor.Blue => signal.B,
        _ => (parameters.ClearRed * signal.R) + (parameters.ClearGreen * signal.G) + (parameters.ClearBlue * signal.B),
    };
}
