using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Rays;

/// <summary>Finds what a point is inside of, where nobody has put the whole scene in order for rays: only what has the point in its box is looked at.</summary>
public static class Enclosure
{
    /// <summary>The first node whose mesh has the point inside and back sides that are not drawn, so that a camera there sees through it; null where there is none.</summary>
    /// <param name="cousin">At the instant. Deformed meshes are passed by.</param>
    /// <param name="point">World space.</param>
    public static int? NodeAround(SceneInstance cousin, Vector3d point)
    {
        ArgumentNullException.ThrowIfNull(cousin);
        foreach ((int i, Node node) in cousin.Twin.Nodes.Index())
        {
            if (node.InScene && !cousin.DeformedMeshes.ContainsKey(i) && cousin.MeshOf(i) is { } mesh && IsAround(cousin, mesh, cousin.NodeToWorld[i], point))
            {
                return i;
            }
        }

        return null;
    }

    private static bool IsAround(SceneInstance cousin, int mesh, Matrix4x4d toWorld, Vector3d point)
    {
        Mesh shape = cousin.Twin.Meshes[mesh];
        if (toWorld.Determinant3x3 == 0 || shape.Primitives.Any(primitive => primitive.Material is { } material && cousin.Materials[material].DoubleSided))
        {
            return false;
        }

        Vector3d place = toWorld.InverseAffine().TransformPoint(point);
        return MeshBox.Of(shape).Contains(place) && TriangleTree.Of(shape).IsInside(place);
    }
}
