using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;

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
        Vector3d foot = FootOf(MeshBox.Of(other, otherToWorld)), own = FootOf(MeshBox.Of(mesh, Matrix4x4d.Identity));
        Vector3d ahead = otherToWorld.ColumnX;
        double yaw = Math.Atan2(-ahead.Z, ahead.X);
        return Matrix4x4d.FromTrs(foot, Quaterniond.FromAxisAngle(Vector3d.UnitY, yaw), new(1, 1, 1)) * Matrix4x4d.FromTranslation(-own);
    }

    private static Vector3d FootOf(Box box) => box.Centre with { Y = box.Min.Y };
}
