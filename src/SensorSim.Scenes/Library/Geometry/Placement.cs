using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>Where a part stands in its mesh: rotated, then moved. Metres.</summary>
internal readonly record struct Placement(Vector3 Position, Quaternion Rotation)
{
    public static Placement At(float x, float y, float z) => new(new(x, y, z), Quaternion.Identity);

    public Vector3 Point(Vector3 p) => Vector3.Transform(p, Rotation) + Position;

    public Vector3 Direction(Vector3 d) => Vector3.Transform(d, Rotation);
}
