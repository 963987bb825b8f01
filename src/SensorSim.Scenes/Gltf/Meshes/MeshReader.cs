using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Meshes;

/// <summary>
/// Reads meshes. A node whose mesh can deform gets a mesh of its own, because its vertices lie differently from everybody else's: the
/// original's place when no other node uses it, else one behind the document's meshes.
/// </summary>
internal sealed class MeshReader(GltfDocument document, PrimitiveReader primitives)
{
    private readonly Dictionary<(int Mesh, bool IsSkinned), Mesh> _read = [];

    /// <summary>The meshes, and the nodes pointing at the right ones.</summary>
    public (IReadOnlyList<Mesh> Meshes, Node[] Nodes) Read(Node[] nodes)
    {
        var meshes = new Mesh?[document.Meshes.Count];
        var own = new List<Mesh>();
        var placed = (Node[])nodes.Clone();
        int[] users = Users(nodes);
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Mesh is not int index || MeshOf(index, nodes[i].Skin is not null) is not { IsDeformable: true } mesh)
            {
                continue;
            }

            if (users[index] == 1)
            {
                meshes[index] = mesh;
            }
            else
            {
                own.Add(mesh);
                placed[i] = nodes[i] with { Mesh = meshes.Length + own.Count - 1 };
            }
        }

        return ([.. meshes.Select((mesh, i) => mesh ?? MeshOf(i, isSkinned: false)), .. own], placed);
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

    private Mesh MeshOf(int index, bool isSkinned)
    {
        if (!_read.TryGetValue((index, isSkinned), out Mesh? mesh))
        {
            _read.Add((index, isSkinned), mesh = ReadMesh(document.Meshes[index], isSkinned));
        }

        return mesh;
    }

    private Mesh ReadMesh(JsonCursor at, bool isSkinned)
    {
        List<JsonCursor> items = at.Get("primitives").Items();
        int targets = items.Count == 0 ? 0 : items[0].Items("targets").Count;
        JsonCursor? uneven = items.Find(primitive => primitive.Items("targets").Count != targets);
        if (uneven is not null)
        {
            throw uneven.Error($"expected {targets} morph targets like the mesh's first primitive, found {uneven.Items("targets").Count}; export the file again");
        }

        return new(at.Text("name"), [.. items.Select(p => primitives.Read(p, isSkinned)).OfType<Primitive>()])
        {
            MorphWeights = MorphWeights.Read(at, targets) ?? new float[targets],
        };
    }
}
