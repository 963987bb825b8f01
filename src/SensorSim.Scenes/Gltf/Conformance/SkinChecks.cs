using System.Numerics;
using SensorSim.Scenes.Gltf.Accessors;

namespace SensorSim.Scenes.Gltf.Conformance;

/// <summary>Joints of a skin hang together, and its matrices are affine.</summary>
internal sealed class SkinChecks(GltfDocument document, AccessorReader accessors)
{
    private readonly Dictionary<int, int> _parents = ParentsOf(document);

    public IEnumerable<GltfException> Of(JsonCursor skin)
    {
        int[] roots = [.. skin.Items("joints").Select(joint => RootOf(joint.Index(document.Nodes))).Distinct()];
        if (roots.Length > 1)
        {
            yield return skin.Get("joints").Error("the joints have no common root; put them under one node");
        }

        if (skin.Find("inverseBindMatrices") is JsonCursor matrices)
        {
            // Column-major: the last row is the fourth component of each column.
            Matrix4x4[] values = accessors.ReadFloats<Matrix4x4>(matrices);
            if (Array.FindIndex(values, m => (m.M14, m.M24, m.M34, m.M44) != (0, 0, 0, 1)) is >= 0 and var i)
            {
                yield return matrices.Error($"matrix {i} is not affine: its last row is not 0, 0, 0, 1; export the file again");
            }
        }
    }

    private static Dictionary<int, int> ParentsOf(GltfDocument document) => document.Nodes.All()
        .SelectMany(node => node.Item.Items("children").Select(child => (Child: child.Index(document.Nodes), node.Index)))
        .ToDictionary(pair => pair.Child, pair => pair.Index);

    private int RootOf(int node)
    {
        while (_parents.TryGetValue(node, out int parent))
        {
            node = parent;
        }

        return node;
    }
}
