using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Skeletons;

/// <summary>What the <c>extras</c> of nodes say of keypoints. Whatever cannot be understood is a <see cref="FormatException"/> with the JSON path.</summary>
internal static class KeypointExtras
{
    /// <summary>The name that a node's origin has as a keypoint; null when it is none.</summary>
    public static string? NameOf(Scene scene, int node) => scene.Nodes[node].Extras?["keypoint"] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? name) && name.Length > 0 => name,
        _ => throw Wrong(node, "keypoint", "a name such as \"left_wrist\""),
    };

    /// <summary>Points in a node's own frame. A copy of EXT_mesh_gpu_instancing has those of the node that was copied.</summary>
    public static IEnumerable<Keypoint> PointsOf(Scene scene, int node)
    {
        (int at, JsonObject? extras) = ExtrasOf(scene, node);
        return extras?["keypoints"] switch
        {
            null => [],
            JsonObject points => points.Select(point => new Keypoint(point.Key, node, VectorOf(point.Value) ?? throw Wrong(at, $"keypoints.{point.Key}", "three numbers, metres in the node's frame"))),
            _ => throw Wrong(at, "keypoints", "an object such as {\"handle\": [0, 0.1, 0]}"),
        };
    }

    /// <summary>Pairs of names that a node joins.</summary>
    public static IEnumerable<(string From, string To)> BonesOf(Scene scene, int node)
    {
        (int at, JsonObject? extras) = ExtrasOf(scene, node);
        FormatException wrong = Wrong(at, "skeleton", "pairs of names such as [[\"shoulder\", \"elbow\"]]");
        return extras?["skeleton"] switch
        {
            null => [],
            JsonArray pairs => pairs.Select(pair => pair is JsonArray { Count: 2 } two && TextOf(two[0]) is { } from && TextOf(two[1]) is { } to ? (from, to) : throw wrong),
            _ => throw wrong,
        };
    }

    /// <summary>The error for a bone whose end is no keypoint.</summary>
    public static FormatException NoSuchKeypoint(int node, string name, IEnumerable<string> names) =>
        Wrong(node, "skeleton", $"names of keypoints ({string.Join(", ", names)}); \"{name}\" is none");

    private static (int Node, JsonObject? Extras) ExtrasOf(Scene scene, int node) =>
        scene.Nodes[node] is { Extras: null, Parent: int parent } && scene.Nodes[parent] is { Mesh: null, Extras: not null } copied
            ? (parent, copied.Extras)
            : (node, scene.Nodes[node].Extras);

    private static Vector3d? VectorOf(JsonNode? value) => value is JsonArray { Count: 3 } three
        && NumberOf(three[0]) is { } x && NumberOf(three[1]) is { } y && NumberOf(three[2]) is { } z ? new(x, y, z) : null;

    private static double? NumberOf(JsonNode? value) => value is JsonValue v && v.TryGetValue(out double number) && double.IsFinite(number) ? number : null;

    private static string? TextOf(JsonNode? value) => value is JsonValue v && v.TryGetValue(out string? text) ? text : null;

    private static FormatException Wrong(int node, string key, string expected) =>
        new(FormattableString.Invariant($"nodes[{node}].extras.{key}: expected {expected}."));
}
