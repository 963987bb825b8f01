namespace SensorSim.Physics;

/// <summary>All that is below the plane y = 0 of its frame, without end: floors. Of static bodies.</summary>
public sealed record PlaneCollider : Collider
{
    internal override string? Problem => null;
}
