namespace SensorSim.Rendering.Flicker;

/// <summary>
/// The function of time that a radiance layer stands for: the scene's radiance is the sum of each layer times its basis.
/// Equal bases are one layer.
/// </summary>
public abstract record LayerBasis
{
    /// <summary>Mean over a window on the episode's clock; the instantaneous value when the window has no length.</summary>
    public abstract double Mean(double startSeconds, double endSeconds);
}
