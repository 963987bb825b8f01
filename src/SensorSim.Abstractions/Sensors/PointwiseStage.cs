using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>The host's view of a pointwise stage; plugins derive from <see cref="PointwiseStage{T}"/>.</summary>
public abstract class PointwiseStage : SensorStage
{
    private protected PointwiseStage()
    {
    }

    /// <inheritdoc cref="PointwiseStage{T}.Reference"/>
    public abstract Rgb ReferenceOf(Rgb signal, in PixelSite site, object parameters);
}
