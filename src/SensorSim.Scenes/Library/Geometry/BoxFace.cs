using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>A side of a box as seen from outside.</summary>
/// <param name="Normal">Away from the box.</param>
/// <param name="Up">Towards the top of the texture.</param>
internal readonly record struct BoxFace(Vector3 Normal, Vector3 Up)
{
    public static BoxFace Front => new(Vector3.UnitZ, Vector3.UnitY);

    public static BoxFace Top => new(Vector3.UnitY, -Vector3.UnitZ);

    /// <summary>+X, -X, top, bottom, front (+Z), back.</summary>
    public static IReadOnlyList<BoxFace> All { get; } =
    [
        new(Vector3.UnitX, Vector3.UnitY), new(-Vector3.UnitX, Vector3.UnitY),
        Top, new(-Vector3.UnitY, Vector3.UnitZ),
        Front, new(-Vector3.UnitZ, Vector3.UnitY),
    ];

    /// <summary>Towards the right of the texture.</summary>
    public Vector3 Right => Vector3.Cross(Up, Normal);
}
