using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Moves nodes to where a cousin's draws put them.</summary>
internal static class PlacedNodes
{
    /// <summary>Adds how the placed nodes are moved in their parents' frames; gives their number.</summary>
    /// <param name="twin">Whose nodes.</param>
    /// <param name="names">Of its objects.</param>
    /// <param name="values">The cousin's draws.</param>
    /// <param name="unplaced">By node: to the world, with everything else that is drawn.</param>
    /// <param name="moved">Node → transform in its parent's frame that is applied after the node's own.</param>
    /// <exception cref="ArgumentException">A node that is placed has no size along some axis.</exception>
    public static int Of(Scene twin, SceneNames names, DrawnValues values, IReadOnlyList<Matrix4x4d> unplaced, Dictionary<int, Matrix4x4d> moved)
    {
        int count = 0;
        foreach (Instance thing in names.Objects)
        {
            if (values.PoseOf(thing.Name) is not { } pose)
            {
                continue;
            }

            Node node = twin.Nodes[thing.Node];
            if (unplaced[thing.Node].Determinant3x3 == 0 || node.LocalTransform.Determinant3x3 == 0)
            {
                throw new ArgumentException($"'{thing.Name}' has no size along some axis and cannot be placed.", nameof(values));
            }

            Matrix4x4d toWorld = pose.ToMatrix() * Stretch.Of(unplaced[thing.Node]).Remainder;
            moved[thing.Node] = (node.Parent is int parent ? unplaced[parent].InverseAffine() * toWorld : toWorld) * node.LocalTransform.InverseAffine();
            count++;
        }

        return count;
    }
}
