using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Cousins;

/// <summary>Where an object stands that stands in for another one: upright, in its own size, its foot on the foot of the other and turned as that is.</summary>
internal static class StandIn
{
    /// <summary>The stand-in's pose in the world.</summary>
    /// <param name="other">The mesh it replaces.</param>
    /// <param name="otherToWorld">Where that is.</param>
    /// <param name="mesh">The stand-in.</param>
    public static Matrix4x4d PoseOf(Mesh other, Matrix4x4d otherToWorld, Mesh mesh)
    {
        (Vector3d low, Vector3d high) = BoxOf(other, otherToWorld);
        Vector3d foot = new((low.X + high.X) / 2, low.Y, (low.Z + high.Z) / 2);
        (Vector3d least, Vector3d most) = BoxOf(mesh, Matrix4x4d.Identity);
        Vector3d own = new((least.X + most.X) / 2, least.Y, (least.Z + most.Z) / 2);
        Vector3d ahead = otherToWorld.ColumnX;
        double yaw = Math.Atan2(-ahead.Z, ahead.X);
        return Matrix4x4d.FromTrs(foot, Quaterniond.FromAxisAngle(Vector3d.UnitY, yaw), new(1, 1, 1)) * Matrix4x4d.FromTranslation(-own);
    }

    private static (Vector3d Low, Vector3d High) BoxOf(Mesh mesh, Matrix4x4d toWorld)
    {
        Vector3d low = new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity), high = -low;
        foreach (Vector3 position in mesh.Primitives.SelectMany(primitive => primitive.Positions))
        {
            Vector3d point = toWorld.TransformPoint(new(position.X, position.Y, position.Z));
            (low, high) = (Vector3d.Min(low, point), Vector3d.Max(high, point));
        }

        return (low, high);
    }
}
