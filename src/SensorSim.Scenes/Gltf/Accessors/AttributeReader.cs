using System.Numerics;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Gltf.Meshes;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Accessors;

/// <summary>Reads vertex attributes with the component types that glTF and KHR_mesh_quantization allow.</summary>
internal sealed class AttributeReader(GltfDocument document, AccessorReader accessors)
{
    private const AttributeComponents FloatOrNormalized = AttributeComponents.Float | AttributeComponents.Normalized;

    public VertexArrays Read(JsonCursor attributes)
    {
        Vector3[] positions = Positions(attributes);
        Vector3[]? normals = Floats<Vector3>(attributes, "NORMAL", positions.Length, Quantized(AttributeComponents.Float));
        return new(
            positions,
            normals,
            normals is null ? null : Floats<Vector4>(attributes, "TANGENT", positions.Length, Quantized(AttributeComponents.Float)),
            TexCoords(attributes, "TEXCOORD_0", positions.Length),
            TexCoords(attributes, "TEXCOORD_1", positions.Length),
            Colors(attributes, positions.Length));
    }

    /// <summary>The displacements of a morph target.</summary>
    public MorphTarget MorphTarget(JsonCursor target, int count)
    {
        var read = new MorphTarget(Displacements(target, "POSITION", count), Displacements(target, "NORMAL", count), Displacements(target, "TANGENT", count));
        return (read.Positions ?? []).Concat(read.Normals ?? []).Concat(read.Tangents ?? []).All(d => float.IsFinite(d.X + d.Y + d.Z))
            ? read
            : throw target.Error("the morph target holds values that are not finite; export the file again");
    }

    /// <summary>Every set of joints and weights that the primitive has, the weights of a vertex summing to 1.</summary>
    public List<VertexInfluences> Influences(JsonCursor attributes, int count)
    {
        var sets = new List<VertexInfluences>();
        for (int set = 0; attributes.Find($"JOINTS_{set}") is JsonCursor reference; set++)
        {
            RequireType(reference, accessors.Declaration(reference), "VEC4");
            JointIndices[] joints = RequireCount(reference, accessors.ReadIntegers<JointIndices>(reference), count);
            sets.Add(Floats<Vector4>(attributes, $"WEIGHTS_{set}", count, FloatOrNormalized) is Vector4[] weights
                ? new(joints, weights)
                : throw attributes.Error($"JOINTS_{set} is given without WEIGHTS_{set}; add the weights or export the file again"));
        }

        return Normalized(sets, attributes);
    }

    private static List<VertexInfluences> Normalized(List<VertexInfluences> sets, JsonCursor attributes)
    {
        if (!sets.TrueForAll(set => Array.TrueForAll(set.Weights, w => float.IsFinite(w.X + w.Y + w.Z + w.W))))
        {
            throw attributes.Error("the joint weights hold values that are not finite; export the file again");
        }

        return sets.ConvertAll(set => set with
        {
            Weights = [.. set.Weights.Select((weights, vertex) =>
                sets.Sum(other => Vector4.Dot(other.Weights[vertex], Vector4.One)) is > 0 and var total ? weights / total : Vector4.Zero)],
        });
    }

    private Vector3[]? Displacements(JsonCursor target, string name, int count) =>
        Floats<Vector3>(target, name, count, Quantized(AttributeComponents.Float));

    private Vector3[] Positions(JsonCursor attributes)
    {
        JsonCursor reference = attributes.Get("POSITION");
        Vector3[] positions = Floats<Vector3>(attributes, "POSITION", null, Quantized(AttributeComponents.Float))!;
        int bad = Array.FindIndex(positions, p => !float.IsFinite(p.X) || !float.IsFinite(p.Y) || !float.IsFinite(p.Z));
        return bad < 0
            ? positions
            : throw reference.Error(FormattableString.Invariant($"position {bad} is {positions[bad]}; expected finite numbers: export the file again"));
    }

    private Vector2[]? TexCoords(JsonCursor attributes, string name, int count)
    {
        Vector2[]? coordinates = Floats<Vector2>(attributes, name, count, Quantized(FloatOrNormalized));
        int bad = coordinates is null ? -1 : Array.FindIndex(coordinates, c => !float.IsFinite(c.X) || !float.IsFinite(c.Y));
        return bad < 0
            ? coordinates
            : throw attributes.Get(name).Error(FormattableString.Invariant($"texture coordinate {bad} is {coordinates![bad]}; expected finite numbers: export the file again"));
    }

    private Vector4[]? Colors(JsonCursor attributes, int count)
    {
        const string name = "COLOR_0";
        if (attributes.Find(name) is not JsonCursor reference)
        {
            return null;
        }

        Vector4[] colors = accessors.Declaration(reference).Type == "VEC3"
            ? Array.ConvertAll(Floats<Vector3>(attributes, name, count, FloatOrNormalized)!, c => new Vector4(c, 1))
            : Floats<Vector4>(attributes, name, count, FloatOrNormalized)!;
        return Array.TrueForAll(colors, c => float.IsFinite(c.X + c.Y + c.Z + c.W))
            ? colors
            : throw reference.Error("the colours hold values that are not finite; export the file again");
    }

    private AttributeComponents Quantized(AttributeComponents core) => KhrMeshQuantization.Allow(core, document);

    private T[]? Floats<T>(JsonCursor attributes, string name, int? count, AttributeComponents allowed)
        where T : unmanaged
    {
        if (attributes.Find(name) is not JsonCursor reference)
        {
            return null;
        }

        Accessor accessor = accessors.Declaration(reference);
        RequireType(reference, accessor, typeof(T) == typeof(Vector2) ? "VEC2" : typeof(T) == typeof(Vector3) ? "VEC3" : "VEC4");
        RequireComponents(reference, accessor, allowed);
        return RequireCount(reference, accessors.ReadFloats<T>(reference), count);
    }

    private static void RequireType(JsonCursor reference, Accessor accessor, string type)
    {
        if (accessor.Type != type)
        {
            throw reference.Error($"expected an accessor of type {type}, found {accessor.Type}; correct the accessor");
        }
    }

    private static void RequireComponents(JsonCursor reference, Accessor accessor, AttributeComponents allowed)
    {
        AttributeComponents? kind = (accessor.Component, accessor.Normalized) switch
        {
            (ComponentType.Float32, _) => AttributeComponents.Float,
            (ComponentType.UInt32, _) => null,
            (_, true) => AttributeComponents.Normalized,
            _ => AttributeComponents.Integer,
        };
        if (kind is not AttributeComponents k || !allowed.HasFlag(k))
        {
            string normalized = accessor.Normalized ? "normalised" : "plain";
            throw reference.Error(
                $"expected components of kind {allowed}, found {normalized} componentType {(int)accessor.Component}; store floats, or list {KhrMeshQuantization.Name} where it allows this");
        }
    }

    private static T[] RequireCount<T>(JsonCursor reference, T[] values, int? count) => count is null || values.Length == count
        ? values
        : throw reference.Error($"expected {count} elements like POSITION, found {values.Length}; export the file again");
}
