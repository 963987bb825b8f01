using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Gltf.Accessors;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>Reads skins.</summary>
internal sealed class SkinReader(GltfDocument document, AccessorReader accessors)
{
    public Skin Read(JsonCursor at)
    {
        List<int> joints = at.Get("joints").Items().ConvertAll(j => j.Index(document.Nodes));
        return new(at.Text("name"), joints, InverseBindMatrices(at, joints.Count));
    }

    private Matrix4x4d[] InverseBindMatrices(JsonCursor at, int joints)
    {
        if (at.Find("inverseBindMatrices") is not JsonCursor reference)
        {
            return [.. Enumerable.Repeat(Matrix4x4d.Identity, joints)];
        }

        if (accessors.Declaration(reference) is not { Type: "MAT4", Component: ComponentType.Float32 })
        {
            throw reference.Error("expected an accessor of type MAT4 with float components; correct the accessor");
        }

        Matrix4x4[] inverse = accessors.ReadFloats<Matrix4x4>(reference);
        return inverse.Length >= joints
            ? [.. inverse.Take(joints).Select(ColumnVector)]
            : throw reference.Error($"expected a matrix for each of the {joints} joints, found {inverse.Length}; export the file again");
    }

    private static Matrix4x4d ColumnVector(Matrix4x4 m) => new(
        m.M11, m.M21, m.M31, m.M41, m.M12, m.M22, m.M32, m.M42, m.M13, m.M23, m.M33, m.M43, m.M14, m.M24, m.M34, m.M44);
}
