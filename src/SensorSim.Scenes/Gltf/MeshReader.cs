using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>
/// Reads meshes in their rest pose. A node with a skin or with morph weights of its own gets a mesh of its own: the original's place when
/// no other node uses it, else one behind the document's meshes.
/// </summary>
internal sealed class MeshReader(GltfDocument document, AccessorReader accessors, PrimitiveReader primitives, GltfWarnings warnings)
{
    private readonly Dictionary<int, Skin> skins = [];

    /// <summary>The meshes, and the nodes pointing at the right ones.</summary>
    public (IReadOnlyList<Mesh> Meshes, Node[] Nodes) Read(Node[] nodes, IReadOnlyList<Matrix4x4d> worlds)
    {
        var meshes = new Mesh?[document.Meshes.Count];
        var posed = new List<Mesh>();
        var moved = (Node[])nodes.Clone();
        int[] users = Users(nodes);
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Mesh is int mesh && PoseOf(document.Nodes[i], worlds[i], worlds, out double[]? weights, out Matrix4x4[]? joints))
            {
                Mesh own = ReadMesh(document.Meshes[mesh], weights, joints);
                moved[i] = Place(own, nodes[i], mesh, users[mesh] == 1, meshes, posed);
            }
        }

        for (int i = 0; i < meshes.Length; i++)
        {
            meshes[i] ??= ReadMesh(document.Meshes[i], null, null);
        }

        return ([.. meshes.Select(m => m!), .. posed], moved);
    }

    private static Node Place(Mesh own, Node node, int mesh, bool alone, Mesh?[] meshes, List<Mesh> posed)
    {
        if (alone)
        {
            meshes[mesh] = own;
            return node;
        }

        posed.Add(own);
        return node with { Mesh = meshes.Length + posed.Count - 1 };
    }

    private int[] Users(Node[] nodes)
    {
        int[] users = new int[document.Meshes.Count];
        foreach (Node node in nodes)
        {
            if (node.Mesh is int mesh)
            {
                users[mesh]++;
            }
        }

        return users;
    }

    /// <summary>Whether the node draws its mesh in a pose of its own.</summary>
    private bool PoseOf(JsonCursor node, Matrix4x4d nodeToWorld, IReadOnlyList<Matrix4x4d> worlds, out double[]? weights, out Matrix4x4[]? joints)
    {
        weights = Weights(node);
        joints = null;
        if (node.Index("skin", document.Skins) is not int index)
        {
            return weights is not null;
        }

        if (!skins.TryGetValue(index, out Skin? skin))
        {
            skins[index] = skin = Skin.Read(document.Skins[index], document, accessors);
        }

        double determinant = nodeToWorld.Determinant3x3;
        if (determinant == 0 || !double.IsFinite(1 / determinant))
        {
            warnings.Add($"{node.Path}: the skinned node is scaled to nothing; its skin was left out.");
            return weights is not null;
        }

        joints = skin.JointMatrices(nodeToWorld, worlds);
        return true;
    }

    private Mesh ReadMesh(JsonCursor mesh, double[]? weights, Matrix4x4[]? joints)
    {
        double[]? effective = weights ?? Weights(mesh);
        List<JsonCursor> items = mesh.Get("primitives").Items();
        return new(mesh.Text("name"), [.. items.Select(p => primitives.Read(p, effective, joints)).OfType<Primitive>()]);
    }

    private static double[]? Weights(JsonCursor owner) => owner.Find("weights") is JsonCursor weights
        ? [.. weights.Items().Select(w => w.Number())]
        : null;
}
