namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_node_visibility: nodes that are not shown, with all below them.</summary>
internal static class KhrNodeVisibility
{
    public const string Name = "KHR_node_visibility";

    public static bool IsVisible(JsonCursor node) =>
        node.Find("extensions")?.Find(Name) is not JsonCursor own || own.Find("visible") is null || own.Flag("visible");
}
