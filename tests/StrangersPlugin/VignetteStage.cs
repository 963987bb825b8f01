using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace Stranger;

public sealed record VignetteParameters
{
    [Parameter("Focal length", Unit = "px", Min = 1, Max = 1e6)]
    public double FocalPx { get; init; } = 500;
}

/// <summary>cos⁴θ, θ the angle to the axis.</summary>
public sealed class VignetteStage : PointwiseStage<VignetteParameters>
{
    public override SignalDomain Input => SignalDomain.RadianceLayers;

    public override SignalDomain Output => SignalDomain.RadianceLayers;

    public override string ShaderFile => "vignette.glsl";

    public override Rgb Reference(Rgb signal, in PixelSite site, VignetteParameters parameters)
    {
        double x = (site.X - ((site.Width - 1) / 2.0)) / parameters.FocalPx, y = (site.Y - ((site.Height - 1) / 2.0)) / parameters.FocalPx;
        return 1 / Math.Pow(1 + (x * x) + (y * y), 2) * signal;
    }
}
