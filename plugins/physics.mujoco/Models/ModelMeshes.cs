using System.Numerics;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Generated;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco.Models;

/// <summary>The meshes of a compiled model, and its height fields as meshes behind them.</summary>
internal static class ModelMeshes
{
    /// <returns>The meshes, and where each height field is among them.</returns>
    public static (IReadOnlyList<ModelMesh> Meshes, Dictionary<int, int> HeightFields) Of(CompiledModel model)
    {
        List<ModelMesh> meshes = [.. Enumerable.Range(0, model.Count(MujocoLayout.mjModel_nmesh)).Select(mesh => Mesh(model, mesh))];
        var places = new Dictionary<int, int>();
        for (int field = 0; field < model.Count(MujocoLayout.mjModel_nhfield); field++)
        {
            places.Add(field, meshes.Count);
            meshes.Add(HeightField(model, field));
        }

        return (meshes, places);
    }

    private static ModelMesh Mesh(CompiledModel model, int mesh)
    {
        int vertices = model.One<int>(MujocoLayout.mjModel_mesh_vertnum, mesh), texture = model.One<int>(MujocoLayout.mjModel_mesh_texcoordadr, mesh);
        int first = model.One<int>(MujocoLayout.mjModel_mesh_vertadr, mesh), face = model.One<int>(MujocoLayout.mjModel_mesh_faceadr, mesh), faces = model.One<int>(MujocoLayout.mjModel_mesh_facenum, mesh);
        return new(
            model.Name(MujocoLayout.number_mjOBJ_MESH, mesh) ?? FormattableString.Invariant($"mesh_{mesh}"),
            model.Span<Vector3>(MujocoLayout.mjModel_mesh_vert, first, vertices).ToArray(),
            texture >= 0 ? model.Span<Vector2>(MujocoLayout.mjModel_mesh_texcoord, texture, vertices).ToArray() : null,
            model.Span<uint>(MujocoLayout.mjModel_mesh_face, 3 * face, 3 * faces).ToArray());
    }

    // The surface alone: what is below it is not seen.
    private static ModelMesh HeightField(CompiledModel model, int field)
    {
        int rows = model.One<int>(MujocoLayout.mjModel_hfield_nrow, field), columns = model.One<int>(MujocoLayout.mjModel_hfield_ncol, field);
        ReadOnlySpan<double> size = model.Span<double>(MujocoLayout.mjModel_hfield_size, 4 * field, 4);
        ReadOnlySpan<float> heights = model.Span<float>(MujocoLayout.mjModel_hfield_data, model.One<int>(MujocoLayout.mjModel_hfield_adr, field), rows * columns);
        var positions = new Vector3[rows * columns];
        var indices = new List<uint>();
        for (int i = 0; i < positions.Length; i++)
        {
            (int row, int column) = (i / columns, i % columns);
            positions[i] = new((float)(size[0] * ((2.0 * column / (columns - 1)) - 1)), (float)(size[1] * ((2.0 * row / (rows - 1)) - 1)), (float)(size[2] * heights[i]));
            if (row + 1 < rows && column + 1 < columns)
            {
                uint corner = (uint)i, across = (uint)(i + columns);
                indices.AddRange([corner, corner + 1, across + 1, corner, across + 1, across]);
            }
        }

        return new(FormattableString.Invariant($"height_field_{field}"), positions, null, [.. indices]) { IsSolid = false };
    }
}
