using SensorSim.Scenes.Gltf.Accessors;

namespace SensorSim.Scenes.Gltf.Meshes;

/// <summary>Reads a primitive's indices and turns strips and fans into lists, keeping the winding that the specification gives them.</summary>
internal sealed class TriangleReader(AccessorReader accessors, MemoryBudget budget, GltfWarnings warnings)
{
    private const long Triangles = 4;
    private const long Strip = 5;
    private const long Fan = 6;

    /// <summary>Three indices for each triangle, or null for points and lines, with a warning.</summary>
    public uint[]? Read(JsonCursor primitive, int vertexCount)
    {
        long mode = primitive.Integer("mode", Triangles, 0, Fan);
        if (mode < Triangles)
        {
            warnings.Add($"{primitive.Path}: points and lines are not drawn.");
            return null;
        }

        uint[] indices = Indices(primitive, vertexCount);
        int triangles = mode == Triangles ? indices.Length / 3 : Math.Max(0, indices.Length - 2);
        if (triangles == 0 || (mode == Triangles && indices.Length % 3 != 0))
        {
            warnings.Add($"{primitive.Path}: {indices.Length} indices do not make whole triangles; the rest was left out.");
        }

        if (mode == Triangles)
        {
            return indices.Length % 3 == 0 ? indices : indices[..(triangles * 3)];
        }

        budget.Claim(triangles, 3 * sizeof(uint), primitive);
        return mode == Strip ? FromStrip(indices, triangles) : FromFan(indices, triangles);
    }

    private uint[] Indices(JsonCursor primitive, int vertexCount)
    {
        if (primitive.Find("indices") is not JsonCursor reference)
        {
            budget.Claim(vertexCount, sizeof(uint), primitive);
            return [.. Enumerable.Range(0, vertexCount).Select(i => (uint)i)];
        }

        uint[] indices = accessors.ReadIntegers<uint>(reference);
        int bad = Array.FindIndex(indices, i => i >= vertexCount);
        return bad < 0
            ? indices
            : throw reference.Error($"index {bad} is {indices[bad]} and there are {vertexCount} vertices (primitive restart is not allowed either); export the file again");
    }

    private static uint[] FromStrip(uint[] v, int triangles)
    {
        uint[] list = new uint[triangles * 3];
        for (int i = 0; i < triangles; i++)
        {
            list[3 * i] = v[i];
            list[(3 * i) + 1] = v[i + 1 + (i % 2)];
            list[(3 * i) + 2] = v[i + 2 - (i % 2)];
        }

        return list;
    }

    private static uint[] FromFan(uint[] v, int triangles)
    {
        uint[] list = new uint[triangles * 3];
        for (int i = 0; i < triangles; i++)
        {
            list[3 * i] = v[i + 1];
            list[(3 * i) + 1] = v[i + 2];
            list[(3 * i) + 2] = v[0];
        }

        return list;
    }
}
