namespace SensorSim.Physics;

/// <summary>A cylinder about the y axis, with its middle in the origin.</summary>
/// <param name="Radius">Metres.</param>
/// <param name="Height">Metres.</param>
public sealed record CylinderCollider(double Radius, double Height) : Collider
{
    internal override string? Problem => Positive("radius", Radius) ?? Positive("height", Height);
}
