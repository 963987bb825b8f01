using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>The host's view of a neighbourhood stage; plugins derive from <see cref="NeighbourhoodStage{T}"/>.</summary>
public abstract class NeighbourhoodStage : SensorStage
{
    private protected NeighbourhoodStage()
    {
    }

    /// <summary>How often the kernel runs over the image, each pass reading what the last one wrote; 2 for a separable filter.</summary>
    public virtual int Passes => 1;

    /// <inheritdoc cref="NeighbourhoodStage{T}.Reference"/>
    public abstract Rgb ReferenceOf(SignalImage image, in PixelSite site, int pass, object parameters);
}
