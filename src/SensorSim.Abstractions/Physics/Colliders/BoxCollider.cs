using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>A box with its middle in its frame's origin.</summary>
/// <param name="Size">From side to side, metres.</param>
public sealed record BoxCollider(Vector3d Size) : Collider
{
    internal override string? Problem => Positive("size", Size.X, Size.Y, Size.Z);
}
