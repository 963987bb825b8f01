using System.Text.Json.Nodes;
using SensorSim.Geometry;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Where an object is put, as the record has it: [x, y, z, qx, qy, qz, qw], metres and a unit quaternion, nine significant digits.</summary>
/// <param name="Position">Of the node's origin, world space.</param>
/// <param name="Rotation">In place of the node's own; its scale stays.</param>
internal readonly record struct ObjectPose(Vector3d Position, Quaterniond Rotation)
{
    public const int Numbers = 7;

    public Matrix4x4d ToMatrix() => Matrix4x4d.FromTrs(Position, Rotation, new(1, 1, 1));

    public JsonArray ToJson() => [Rounded(Position.X), Rounded(Position.Y), Rounded(Position.Z), Rounded(Rotation.X), Rounded(Rotation.Y), Rounded(Rotation.Z), Rounded(Rotation.W)];

    /// <summary>The pose with the digits that the record has.</summary>
    public ObjectPose Rounded() => Of(ToJson())!.Value;

    /// <summary>Null for what is no list of seven finite numbers with a turn in it.</summary>
    public static ObjectPose? Of(JsonNode? node)
    {
        if (node is not JsonArray { Count: Numbers } list)
        {
            return null;
        }

        double?[] n = [.. list.Select(item => item is JsonValue value ? ValueRule.NumberOf(value) : null)];
        var rotation = new Quaterniond(n[3] ?? 0, n[4] ?? 0, n[5] ?? 0, n[6] ?? 0);
        return n.All(number => number is { } value && double.IsFinite(value)) && rotation != default
            ? new(new(n[0]!.Value, n[1]!.Value, n[2]!.Value), rotation.Normalized())
            : null;
    }

    private static JsonValue Rounded(double number) => JsonValue.Create(double.Parse(number.ToString("G9", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture));
}
