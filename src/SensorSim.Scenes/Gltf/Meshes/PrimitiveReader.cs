using System.Numerics;
using SensorSim.Scenes.Gltf.Accessors;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Meshes;

/// <summary>Reads one primitive into the renderer's form: an indexed triangle list with normals, and tangents where the material needs them.</summary>
internal sealed class PrimitiveReader(
    GltfDocument document, AccessorReader accessors, IReadOnlyList<Material> materials, MemoryBudget budget, GltfWarnings warnings)
{
    private readonly AttributeReader attributes = new(document, accessors);
    private readonly TriangleReader triangles = new(accessors, budget, warnings);

    /// <summary>The primitive as it is bound to its skin, before morph targets; null for points and lines.</summary>
    /// <param name="at">The primitive.</param>
    /// <param name="isSkinned">Whether joints move it; without a skin its influences mean nothing.</param>
    public Primitive? Read(JsonCursor at, bool isSkinned)
    {
        JsonCursor attributesAt = at.Get("attributes");
        int? material = at.Index("material", document.Materials);
        VertexArrays vertices = attributes.Read(attributesAt);
        if (triangles.Read(at, vertices.Count) is not uint[] indices)
        {
            return null;
        }

        vertices = vertices with
        {
            Targets = [.. at.Items("targets").Select(target => attributes.MorphTarget(target, vertices.Count))],
            Influences = isSkinned ? [.. attributes.Influences(attributesAt, vertices.Count)] : [],
        };
        bool isFlat = vertices.Normals is null;
        (vertices, indices) = WithNormals(vertices, indices, at);
        (vertices, indices) = WithTangents(vertices, indices, at, material);
        return new(
            vertices.Positions, vertices.Normals!, vertices.Tangents, vertices.TexCoords0, vertices.TexCoords1, vertices.Colors, indices, material)
        {
            Targets = vertices.Targets,
            Influences = vertices.Influences,
            IsFlat = isFlat,
            VariantMaterials = KhrMaterialsVariants.MaterialsOf(at, document),
        };
    }

    private (VertexArrays Vertices, uint[] Indices) WithNormals(VertexArrays vertices, uint[] indices, JsonCursor at)
    {
        if (vertices.Normals is null)
        {
            budget.Claim(indices.Length, vertices.BytesPerVertex + sizeof(uint), at);
            return Normals.Flat(vertices, indices);
        }

        budget.Claim(vertices.Count, 12, at);
        Vector3[] mended = Normals.Mend(vertices.Normals, vertices.Positions, indices, out int replaced);
        if (replaced > 0)
        {
            warnings.Add($"{at.Path}: {replaced} normals have no direction and were replaced by those of the triangles.");
        }

        return (vertices with { Normals = mended }, indices);
    }

    private (VertexArrays Vertices, uint[] Indices) WithTangents(VertexArrays vertices, uint[] indices, JsonCursor at, int? material)
    {
        if (material is not int m || materials[m].TangentTexCoord is not int texCoord)
        {
            return (vertices with { Tangents = null }, indices);
        }

        if (vertices.Tangents is Vector4[] given && Array.TrueForAll(given, IsTangent))
        {
            return (vertices with { Tangents = Array.ConvertAll(given, Unit) }, indices);
        }

        if (vertices.TexCoords(texCoord) is null)
        {
            warnings.Add($"{at.Path}: UV set {texCoord} is missing, which the material's tangents follow; they point anywhere along the surface.");
            return (vertices with { Tangents = null }, indices);
        }

        budget.Claim(indices.Length, vertices.BytesPerVertex + sizeof(uint), at);
        budget.Require(indices.Length, TangentGenerator.BytesPerCorner, at);
        return TangentGenerator.Generate(vertices, indices, texCoord);
    }

    private static bool IsTangent(Vector4 t) => new Vector3(t.X, t.Y, t.Z).LengthSquared() is > 1e-12f and < float.PositiveInfinity && MathF.Abs(t.W) == 1;

    private static Vector4 Unit(Vector4 t) => new(Vector3.Normalize(new(t.X, t.Y, t.Z)), t.W);
}
