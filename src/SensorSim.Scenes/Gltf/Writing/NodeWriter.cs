using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Writing;

/// <summary>Writes the node hierarchy and the cameras.</summary>
internal static class NodeWriter
{
    /// <summary>Indices of the topmost nodes of the scene.</summary>
    public static JsonNode[] Roots(Scene scene) =>
        [.. Enumerable.Range(0, scene.Nodes.Count).Where(n => scene.Nodes[n] is { Parent: null, InScene: true }).Select(n => (JsonNode)n)];

    public static JsonNode[] Write(Scene scene)
    {
        ILookup<int?, int> children = Enumerable.Range(0, scene.Nodes.Count).ToLookup(n => scene.Nodes[n].Parent);
        return [.. scene.Nodes.Select((node, index) => WriteNode(node, [.. children[index].Select(c => (JsonNode)c)]))];
    }

    public static JsonNode Camera(Camera camera)
    {
        var json = new JsonObject();
        if (camera.Name is not null)
        {
            json["name"] = camera.Name;
        }

        // glTF demands clipping planes; the model has none, so these merely hold every indoor scene.
        const double near = 0.01, far = 1000;
        json["type"] = camera.VerticalFieldOfView is null ? "orthographic" : "perspective";
        if (camera.VerticalFieldOfView is double yfov)
        {
            json["perspective"] = new JsonObject { ["yfov"] = yfov, ["znear"] = near };
            if (camera.AspectRatio is double aspect)
            {
                json["perspective"]!["aspectRatio"] = aspect;
            }
        }
        else
        {
            double ymag = camera.OrthographicHalfHeight ?? throw new ArgumentException($"Camera \"{camera.Name}\" is neither perspective nor orthographic.", nameof(camera));
            json["orthographic"] = new JsonObject { ["xmag"] = ymag * (camera.AspectRatio ?? 1), ["ymag"] = ymag, ["zfar"] = far, ["znear"] = near };
        }

        return json;
    }

    /// <summary>Whether the node is written with parts that an animation may replace.</summary>
    public static bool IsMovable(Node node) => node.LocalTransform == Matrix4x4d.FromTranslation(node.LocalTransform.Translation);

    private static JsonObject WriteNode(Node node, JsonNode[] children)
    {
        var json = new JsonObject();
        Set("name", node.Name is null ? null : JsonValue.Create(node.Name));
        AddTransform(json, node);
        Set("mesh", node.Mesh);
        Set("camera", node.Camera);
        GlbWriter.Add(json, "children", children);
        if (node.Light is int light)
        {
            json["extensions"] = new JsonObject { [KhrLightsPunctual.Name] = new JsonObject { ["light"] = light } };
        }

        Set("extras", node.Extras?.DeepClone());
        return json;

        void Set(string name, JsonNode? value)
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }
    }

    private static void AddTransform(JsonObject json, Node node)
    {
        Matrix4x4d m = node.LocalTransform;
        if (IsMovable(node))
        {
            if (m.Translation != Vector3d.Zero)
            {
                json["translation"] = new JsonArray(m.M14, m.M24, m.M34);
            }

            return;
        }

        json["matrix"] = new JsonArray(
            m.M11, m.M21, m.M31, m.M41, m.M12, m.M22, m.M32, m.M42, m.M13, m.M23, m.M33, m.M43, m.M14, m.M24, m.M34, m.M44);
    }
}
