using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>A round bar from one point to another.</summary>
internal static class Tube
{
    public static void AddTo(MeshBuilder mesh, int material, Vector3 from, Vector3 to, float radius, int segments, float metresPerTile)
    {
        Vector3 axis = to - from;
        ReadOnlySpan<Vector2> profile = [new(0, 0), new(radius, 0), new(radius, axis.Length()), new(0, axis.Length())];
        Lathe.AddTo(mesh, material, new(from, Between(Vector3.UnitY, Vector3.Normalize(axis))), profile, segments, metresPerTile);
    }

    private static Quaternion Between(Vector3 a, Vector3 b)
    {
        Vector3 cross = Vector3.Cross(a, b);
        float dot = Vector3.Dot(a, b);
        return dot < -0.9999f
            ? Quaternion.CreateFromAxisAngle(Vector3.UnitX, MathF.PI)
            : Quaternion.Normalize(new(cross, 1 + dot));
    }
}
