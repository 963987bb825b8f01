using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Motion;

namespace SensorSim.Scenes.Model;

/// <summary>The axis-aligned box around every drawn vertex of a scene, world space, metres.</summary>
/// <param name="Min">Lower corner.</param>
/// <param name="Max">Upper corner.</param>
public readonly record struct SceneBounds(Vector3d Min, Vector3d Max)
{
    public double LongestSide => Math.Max(Max.X - Min.X, Math.Max(Max.Y - Min.Y, Max.Z - Min.Z));

    public double Diagonal => (Max - Min).Length;

    /// <summary>The box in a pose; a point at the origin when nothing is drawn.</summary>
    public static SceneBounds Of(Scene scene, ScenePose pose)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(pose);
        var infinite = new Vector3d(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
        (Vector3d min, Vector3d max) = (infinite, -infinite);
        for (int node = 0; node < scene.Nodes.Count; node++)
        {
            if (scene.Nodes[node] is not { Mesh: int mesh, InScene: true })
            {
                continue;
            }

            DeformedMesh? deformed = pose.Meshes.GetValueOrDefault(node);
            foreach (Vector3 position in scene.Meshes[mesh].Primitives.SelectMany(p => deformed is null ? p.Positions : Deformation.Positions(p, deformed.Pose)))
            {
                Vector3d world = pose.NodeToWorld[node].TransformPoint(new(position.X, position.Y, position.Z));
                min = Vector3d.Min(min, world);
                max = Vector3d.Max(max, world);
            }
        }

        return min.X <= max.X ? new(min, max) : new(Vector3d.Zero, Vector3d.Zero);
    }

    /// <summary>The box of the scene in the pose of the file.</summary>
    public static SceneBounds Of(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        return Of(scene, AnimatedMotion.RestPose(scene));
    }
}
