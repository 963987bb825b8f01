using System.Globalization;
using System.Numerics;
using System.Text.Json;
using SensorSim.Scenes.Gltf.Accessors;

namespace SensorSim.Scenes.Gltf.Conformance;

/// <summary>Attributes of a primitive: known names, bounds, unit vectors, weights.</summary>
internal sealed class PrimitiveChecks(GltfDocument document, AccessorReader accessors)
{
    /// <summary>8-bit components are as far off as this.</summary>
    private const float Tolerance = 0.01f;

    private static readonly HashSet<string> s_plain = new(StringComparer.Ordinal) { "POSITION", "NORMAL", "TANGENT" };
    private static readonly HashSet<string> s_numbered = new(StringComparer.Ordinal) { "TEXCOORD", "COLOR", "JOINTS", "WEIGHTS" };

    public IEnumerable<GltfException> Of(JsonCursor primitive)
    {
        JsonCursor attributes = primitive.Get("attributes");
        return Names(attributes).Concat(Bounds(attributes)).Concat(Directions(attributes)).Concat(Weights(attributes))
            .Concat(primitive.Items("targets").SelectMany(target => Target(attributes, target)))
            .Concat(TextureSets(primitive, attributes));
    }

    private static IEnumerable<GltfException> Names(JsonCursor attributes) =>
        attributes.Members().Where(attribute => !IsKnown(attribute.Name)).Select(attribute => attribute.Value.Error("there is no such attribute; the name of an own one begins with an underscore"));

    private static bool IsKnown(string name) => name.StartsWith('_') || s_plain.Contains(name)
        || (name.Split('_') is [var semantic, var set] && s_numbered.Contains(semantic) && int.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private IEnumerable<GltfException> Bounds(JsonCursor attributes)
    {
        JsonCursor position = document.Accessors[attributes.Get("POSITION").Index(document.Accessors)];
        return position.Find("min") is null || position.Find("max") is null ? [position.Error("an accessor of positions has min and max; add them")] : [];
    }

    private IEnumerable<GltfException> Directions(JsonCursor attributes)
    {
        if (attributes.Find("NORMAL") is JsonCursor normals && FirstIndex(accessors.ReadFloats<Vector3>(normals), n => !IsUnit(n)) is int n)
        {
            yield return normals.Error($"normal {n} is no unit vector; export the file again");
        }

        if (attributes.Find("TANGENT") is JsonCursor tangents && FirstIndex(accessors.ReadFloats<Vector4>(tangents), t => !IsUnit(new(t.X, t.Y, t.Z)) || MathF.Abs(t.W) != 1) is int t)
        {
            yield return tangents.Error($"tangent {t} is no unit vector with a sign of 1 or -1; export the file again");
        }
    }

    private IEnumerable<GltfException> Weights(JsonCursor attributes)
    {
        (JsonCursor At, Vector4[] Values)[] sets = [.. attributes.Members().Where(attribute => attribute.Name.StartsWith("WEIGHTS_", StringComparison.Ordinal))
            .Select(attribute => (attribute.Value, accessors.ReadFloats<Vector4>(attribute.Value)))];
        if (sets.Length > 0 && FirstIndex(sets[0].Values, (_, vertex) => sets.Any(set => Least(set.Values[vertex]) < 0) || MathF.Abs(sets.Sum(set => Vector4.Dot(set.Values[vertex], Vector4.One)) - 1) > Tolerance) is int v)
        {
            yield return sets[0].At.Error($"the weights of vertex {v} are not shares that add up to 1; export the file again");
        }
    }

    private static IEnumerable<GltfException> Target(JsonCursor attributes, JsonCursor target) => target.Members()
        .Where(attribute => !IsKnown(attribute.Name) || attributes.Find(attribute.Name) is null)
        .Select(attribute => attribute.Value.Error("the morph target moves an attribute that the primitive lacks; leave it out"));

    private IEnumerable<GltfException> TextureSets(JsonCursor primitive, JsonCursor attributes) => primitive.Index("material", document.Materials) is int material
        ? TextureSetsIn(document.Materials[material]).Where(set => attributes.Find(FormattableString.Invariant($"TEXCOORD_{set}")) is null)
            .Select(set => primitive.Get("material").Error($"the material's textures need TEXCOORD_{set}, which the primitive lacks; add it"))
        : [];

    private static IEnumerable<long> TextureSetsIn(JsonCursor at) => at.Element.ValueKind != JsonValueKind.Object ? []
        : at.Members().Where(member => member.Name != "extras").SelectMany(member => member.Name.EndsWith("Texture", StringComparison.Ordinal)
            ? [member.Value.Find("extensions")?.Find("KHR_texture_transform")?.Find("texCoord")?.Integer(0, int.MaxValue) ?? member.Value.Integer("texCoord", 0, 0, int.MaxValue)]
            : TextureSetsIn(member.Value)).Distinct();

    private static bool IsUnit(Vector3 v) => MathF.Abs(v.Length() - 1) <= Tolerance;

    private static float Least(Vector4 v) => MathF.Min(MathF.Min(v.X, v.Y), MathF.Min(v.Z, v.W));

    private static int? FirstIndex<T>(T[] values, Func<T, bool> isWanted) => FirstIndex(values, (value, _) => isWanted(value));

    private static int? FirstIndex<T>(T[] values, Func<T, int, bool> isWanted)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (isWanted(values[i], i))
            {
                return i;
            }
        }

        return null;
    }
}
