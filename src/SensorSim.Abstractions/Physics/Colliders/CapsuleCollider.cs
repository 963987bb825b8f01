namespace SensorSim.Physics;

/// <summary>All that is near a piece of the y axis, with its middle in the origin.</summary>
/// <param name="Radius">Metres.</param>
/// <param name="Height">Of the piece, between the centres of the round ends, metres.</param>
public sealed record CapsuleCollider(double Radius, double Height) : Collider
{
    internal override string? Problem => Positive("radius", Radius) ?? Positive("height", Height);
}
