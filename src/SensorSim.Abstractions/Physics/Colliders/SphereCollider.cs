namespace SensorSim.Physics;

/// <summary>A ball about its frame's origin.</summary>
/// <param name="Radius">Metres.</param>
public sealed record SphereCollider(double Radius) : Collider
{
    internal override string? Problem => Positive("radius", Radius);
}
