namespace SensorSim.Rendering.Flicker;

/// <summary>Always 1: light that does not change, and the long-time mean of light that does.</summary>
public sealed record SteadyBasis : LayerBasis
{
    public override double Mean(double startSeconds, double endSeconds) => 1;
}
