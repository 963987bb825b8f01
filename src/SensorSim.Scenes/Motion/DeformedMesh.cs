using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Motion;

/// <summary>The mesh of one node at an instant.</summary>
/// <param name="Pose">What deforms it.</param>
/// <param name="Min">Lower corner of the box around its vertices, in the node's space.</param>
/// <param name="Max">Upper corner.</param>
public sealed record DeformedMesh(MeshPose Pose, Vector3 Min, Vector3 Max)
{
    public static DeformedMesh Of(Mesh mesh, MeshPose pose)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        Vector3 min = new(float.PositiveInfinity), max = new(float.NegativeInfinity);
        foreach (Primitive primitive in mesh.Primitives)
        {
            foreach (Vector3 position in primitive.IsDeformable ? Deformation.Positions(primitive, pose) : primitive.Positions)
            {
                min = Vector3.Min(min, position);
                max = Vector3.Max(max, position);
            }
        }

        return new(pose, min, max);
    }
}
