using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>A lamp of an <see cref="ArticulatedModel"/>.</summary>
/// <param name="Name">As the file says.</param>
/// <param name="Body">Place of the body that carries it.</param>
/// <param name="Position">In that body, metres.</param>
/// <param name="Direction">In that body, of length 1.</param>
public sealed record ModelLamp(string Name, int Body, Vector3d Position, Vector3d Direction)
{
    /// <summary>Whether its rays are parallel.</summary>
    public bool IsDirectional { get; init; }

    /// <summary>Colour and strength: 1 makes a white surface that it shines on from ahead as bright as a screen's white.</summary>
    public IReadOnlyList<double> Diffuse { get; init; } = [0.7, 0.7, 0.7];

    /// <summary>Radians from its axis to where a spot ends; π shines all around.</summary>
    public double ConeRadians { get; init; } = Math.PI / 4;
}
