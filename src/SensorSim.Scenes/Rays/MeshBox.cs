using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Rays;

/// <summary>The box around a mesh.</summary>
internal static class MeshBox
{
    /// <summary>Around every vertex, undeformed; empty for a mesh without any.</summary>
    /// <param name="mesh">Whose vertices.</param>
    /// <param name="toWorld">Applied to each, so that the box is as small as it can be.</param>
    public static Box Of(Mesh mesh, Matrix4x4d toWorld)
    {
        Box box = Box.Empty;
        foreach (Vector3 position in mesh.Primitives.SelectMany(primitive => primitive.Positions))
        {
            box = box.Union(Box.Around(toWorld.TransformPoint(Wide(position))));
        }

        return box;
    }

    private static Vector3d Wide(Vector3 v) => new(v.X, v.Y, v.Z);
}
