using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Red, green, green, blue filters over light.</summary>
internal sealed class MosaicProbe : MosaicStage<NoParameters>
{
    public override SignalDomain Input => SignalDomain.Radiance;

    public override SignalDomain Output => SignalDomain.Radiance;

    public override string ShaderFile => "mosaic.glsl";

    public override FilterPattern Filters(NoParameters parameters) => new(FilterColor.Red, FilterColor.Green, FilterColor.Green, FilterColor.Blue);

    public override double Reference(Rgb signal, in PixelSite site, NoParameters parameters) => site.Filters!.At(site.X, site.Y) switch
    {
        FilterColor.Red => signal.R,
        FilterColor.Green => signal.G,
        _ => signal.B,
    };
}
