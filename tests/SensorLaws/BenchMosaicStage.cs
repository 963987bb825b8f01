using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>Filters over light; a clear one sees the mean of the three colours.</summary>
internal sealed class BenchMosaicStage : MosaicStage<BenchMosaicStage.Pattern>
{
    public override SignalDomain Input => SignalDomain.Radiance;

    public override SignalDomain Output => SignalDomain.Radiance;

    public override string ShaderFile => "mosaic.glsl";

    public override FilterPattern Filters(Pattern parameters) => new(parameters.TopLeft, parameters.TopRight, parameters.BottomLeft, parameters.BottomRight);

    public override double Reference(Rgb signal, in PixelSite site, Pattern parameters) => site.Filters!.At(site.X, site.Y) switch
    {
        FilterColor.Red => signal.R,
        FilterColor.Green => signal.G,
        FilterColor.Blue => signal.B,
        _ => (signal.R + signal.G + signal.B) / 3,
    };

    internal sealed record Pattern
    {
        [Parameter("Even rows and columns")]
        public FilterColor TopLeft { get; init; } = FilterColor.Red;

        [Parameter("Even rows, odd columns")]
        public FilterColor TopRight { get; init; } = FilterColor.Green;

        [Parameter("Odd rows, even columns")]
        public FilterColor BottomLeft { get; init; } = FilterColor.Green;

        [Parameter("Odd rows and columns")]
        public FilterColor BottomRight { get; init; } = FilterColor.Blue;
    }
}
