using System.Numerics;
using SensorSim.Geometry;

namespace SensorSim.Scenes.Gltf;

/// <summary>A skin's joints and their inverse bind matrices.</summary>
internal sealed record Skin(IReadOnlyList<int> Joints, Matrix4x4[]? InverseBindMatrices)
{
    public static Skin Read(JsonCursor at, GltfDocument document, AccessorReader accessors)
    {
        List<int> joints = at.Get("joints").Items().ConvertAll(j => j.Index(document.Nodes));
        if (at.Find("inverseBindMatrices") is not JsonCursor reference)
        {
            return new(joints, null);
        }

        if (accessors.Declaration(reference) is not { Type: "MAT4", Component: ComponentType.Float32 })
        {
            throw reference.Error("expected an accessor of type MAT4 with float components; correct the accessor");
        }

        Matrix4x4[] inverse = accessors.ReadFloats<Matrix4x4>(reference);
        return inverse.Length >= joints.Count
            ? new(joints, inverse)
            : throw reference.Error($"expected a matrix for each of the {joints.Count} joints, found {inverse.Length}; export the file again");
    }

    /// <summary>
    /// Mesh-to-node transforms of the joints with the nodes at rest. The skinned node's own place is divided out, because drawing multiplies by it again.
    /// The results are for <see cref="Vector3.Transform(Vector3, Matrix4x4)"/>.
    /// </summary>
    public Matrix4x4[] JointMatrices(Matrix4x4d nodeToWorld, IReadOnlyList<Matrix4x4d> worlds)
    {
        Matrix4x4d worldToNode = nodeToWorld.InverseAffine();
        var matrices = new Matrix4x4[Joints.Count];
        for (int i = 0; i < matrices.Length; i++)
        {
            Matrix4x4d joint = worldToNode * worlds[Joints[i]];
            matrices[i] = RowVector(InverseBindMatrices is null ? joint : joint * ColumnVector(InverseBindMatrices[i]));
        }

        return matrices;
    }

    private static Matrix4x4 RowVector(Matrix4x4d m) => new(
        (float)m.M11, (float)m.M21, (float)m.M31, (float)m.M41,
        (float)m.M12, (float)m.M22, (float)m.M32, (float)m.M42,
        (float)m.M13, (float)m.M23, (float)m.M33, (float)m.M43,
        (float)m.M14, (float)m.M24, (float)m.M34, (float)m.M44);

    private static Matrix4x4d ColumnVector(Matrix4x4 m) => new(
        m.M11, m.M21, m.M31, m.M41, m.M12, m.M22, m.M32, m.M42, m.M13, m.M23, m.M33, m.M43, m.M14, m.M24, m.M34, m.M44);
}
