using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Motion;

/// <summary>What deforms the mesh of one node at an instant.</summary>
/// <param name="Weights">By morph target; empty without targets.</param>
/// <param name="Joints">
/// Mesh at its bind pose to the node, by joint of the skin, for <see cref="Vector3.Transform(Vector3, Matrix4x4)"/>; empty without a skin. The
/// node's own place is divided out, because drawing multiplies by it again.
/// </param>
public sealed record MeshPose(IReadOnlyList<float> Weights, IReadOnlyList<Matrix4x4> Joints)
{
    /// <summary>The pose of a node's mesh.</summary>
    /// <param name="scene">The twin.</param>
    /// <param name="node">Index of a node with a mesh.</param>
    /// <param name="nodeToWorld">Every node's place at the instant.</param>
    /// <param name="weights">Weights of the morph targets where they are not those at rest.</param>
    public static MeshPose Of(Scene scene, int node, IReadOnlyList<Matrix4x4d> nodeToWorld, IReadOnlyList<float>? weights)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(nodeToWorld);
        Node n = scene.Nodes[node];
        return new(
            weights ?? n.MorphWeights ?? scene.Meshes[n.Mesh!.Value].MorphWeights,
            n.Skin is int skin ? JointMatrices(scene.Skins[skin], nodeToWorld[node], nodeToWorld) : []);
    }

    // A node that is scaled to nothing shows nothing, however its vertices lie.
    private static Matrix4x4[] JointMatrices(Skin skin, in Matrix4x4d nodeToWorld, IReadOnlyList<Matrix4x4d> worlds)
    {
        double determinant = nodeToWorld.Determinant3x3;
        Matrix4x4d worldToNode = determinant != 0 && double.IsFinite(1 / determinant) ? nodeToWorld.InverseAffine() : Matrix4x4d.Identity;
        var matrices = new Matrix4x4[skin.Joints.Count];
        for (int i = 0; i < matrices.Length; i++)
        {
            matrices[i] = RowVector(worldToNode * worlds[skin.Joints[i]] * skin.InverseBindMatrices[i]);
        }

        return matrices;
    }

    private static Matrix4x4 RowVector(in Matrix4x4d m) => new(
        (float)m.M11, (float)m.M21, (float)m.M31, (float)m.M41,
        (float)m.M12, (float)m.M22, (float)m.M32, (float)m.M42,
        (float)m.M13, (float)m.M23, (float)m.M33, (float)m.M43,
        (float)m.M14, (float)m.M24, (float)m.M34, (float)m.M44);
}
