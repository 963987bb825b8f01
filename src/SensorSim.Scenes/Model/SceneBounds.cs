using System.Numerics;
using SensorSim.Geometry;

namespace SensorSim.Scenes.Model;

/// <summary>The axis-aligned box around every drawn vertex of a scene, world space, metres.</summary>
/// <param name="Min">Lower corner.</param>
/// <param name="Max">Upper corner.</param>
public readonly record struct SceneBounds(Vector3d Min, Vector3d Max)
{
    public double Diagonal => (Max - Min).Length;

    /// <summary>The box at given node poses; a point at the origin when nothing is drawn.</summary>
    public static SceneBounds Of(Scene scene, IReadOnlyList<Matrix4x4d> nodeToWorld)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(nodeToWorld);
        var infinite = new Vector3d(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
        (Vector3d min, Vector3d max) = (infinite, -infinite);
        for (int node = 0; node < scene.Nodes.Count; node++)
        {
            if (scene.Nodes[node] is not { Mesh: int mesh, InScene: true })
            {
                continue;
            }

            foreach (Vector3 position in scene.Meshes[mesh].Primitives.SelectMany(p => p.Positions))
            {
                Vector3d world = nodeToWorld[node].TransformPoint(new(position.X, position.Y, position.Z));
                min = Vector3d.Min(min, world);
                max = Vector3d.Max(max, world);
            }
        }

        return min.X <= max.X ? new(min, max) : new(Vector3d.Zero, Vector3d.Zero);
    }

    /// <summary>The box of the scene as given.</summary>
    public static SceneBounds Of(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        return Of(scene, scene.WorldTransforms([.. scene.Nodes.Select(node => node.LocalTransform)]));
    }
}
