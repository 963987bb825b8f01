using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>Reads the node hierarchy and which of it the default scene shows.</summary>
internal sealed class NodeReader(GltfDocument document)
{
    private readonly List<List<int>> children =
        document.Nodes.Read(n => n.Items("children").ConvertAll(c => c.Index(document.Nodes)));

    /// <exception cref="GltfException">A node with two parents, a cycle, or a node that is its own child.</exception>
    public Node[] Read()
    {
        int?[] parents = Parents();
        RequireNoCycle(parents);
        bool[] inScene = InScene(parents);
        return [.. document.Nodes.All().Select(n => ReadNode(n.Item, parents[n.Index], inScene[n.Index]))];
    }

    private Node ReadNode(JsonCursor at, int? parent, bool inScene)
    {
        (Matrix4x4d local, LocalPose? pose) = NodeTransform.Read(at);
        return new(
            at.Text("name"),
            parent,
            local,
            at.Index("mesh", document.Meshes),
            KhrLightsPunctual.LightOf(at, document.Lights),
            at.Index("camera", document.Cameras),
            at.Find("extras") is { Element.ValueKind: System.Text.Json.JsonValueKind.Object } extras ? JsonNode.Parse(extras.Element.GetRawText()) as JsonObject : null,
            inScene)
        {
            Skin = at.Index("skin", document.Skins),
            Pose = pose,
        };
    }

    private int?[] Parents()
    {
        var parents = new int?[children.Count];
        for (int node = 0; node < children.Count; node++)
        {
            foreach (int child in children[node])
            {
                parents[child] = parents[child] is null
                    ? node
                    : throw document.Nodes[child].Error($"the node is a child of node {parents[child]} and of node {node}; a node has one parent: copy the node");
            }
        }

        return parents;
    }

    // With at most one parent each, a walk upwards that is longer than the number of nodes has met a cycle.
    private void RequireNoCycle(int?[] parents)
    {
        var safe = new bool[parents.Length];
        var walk = new List<int>();
        for (int node = 0; node < parents.Length; node++)
        {
            walk.Clear();
            for (int? n = node; n is int i && !safe[i]; n = parents[i])
            {
                walk.Add(i);
                if (walk.Count > parents.Length)
                {
                    throw document.Nodes[i].Error("the node is its own ancestor: its children form a cycle; remove one of the links");
                }
            }

            walk.ForEach(i => safe[i] = true);
        }
    }

    private bool[] InScene(int?[] parents)
    {
        var inScene = new bool[children.Count];
        var pending = new Stack<int>(Roots(parents));
        while (pending.TryPop(out int node))
        {
            if (!inScene[node] && KhrNodeVisibility.IsVisible(document.Nodes[node]))
            {
                inScene[node] = true;
                children[node].ForEach(pending.Push);
            }
        }

        return inScene;
    }

    /// <summary>Roots of the default scene; the first scene when none is named; all roots when there is no scene at all.</summary>
    private IEnumerable<int> Roots(int?[] parents)
    {
        JsonCursor? scene = DefaultScene(document);
        return scene is null
            ? Enumerable.Range(0, parents.Length).Where(n => parents[n] is null)
            : scene.Items("nodes").ConvertAll(n => RootOf(n, parents));
    }

    private int RootOf(JsonCursor reference, int?[] parents)
    {
        int node = reference.Index(document.Nodes);
        return parents[node] is null
            ? node
            : throw reference.Error($"expected a node without a parent; node {node} is a child of node {parents[node]}; name the topmost node");
    }

    /// <summary>The scene to show, null in a file without scenes.</summary>
    public static JsonCursor? DefaultScene(GltfDocument document) => document.Root.Index("scene", document.Scenes) is int scene
        ? document.Scenes[scene]
        : document.Scenes.Count > 0 ? document.Scenes[0] : null;
}
