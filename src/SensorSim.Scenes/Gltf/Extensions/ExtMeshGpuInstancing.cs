using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Gltf.Accessors;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>
/// EXT_mesh_gpu_instancing: a node that shows its mesh many times. Each copy becomes a node of its own behind the document's, a child of the
/// given one, so that it is an object with an id and can move alone.
/// </summary>
internal static class ExtMeshGpuInstancing
{
    public const string Name = "EXT_mesh_gpu_instancing";

    /// <summary>The nodes, with a node for each copy behind them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="nodes">One for each of the document's.</param>
    /// <param name="accessors">Where the placements are.</param>
    /// <param name="maximumNodes">Of all nodes together.</param>
    public static Node[] Expand(GltfDocument document, Node[] nodes, AccessorReader accessors, int maximumNodes)
    {
        var expanded = new List<Node>(nodes);
        for (int i = 0; i < nodes.Length; i++)
        {
            if (document.Nodes[i].Find("extensions")?.Find(Name) is not JsonCursor at || nodes[i].Mesh is null)
            {
                continue;
            }

            LocalPose[] placements = PlacementsOf(at.Get("attributes"), accessors);
            if (expanded.Count + placements.Length > maximumNodes)
            {
                throw at.Error($"with these {placements.Length} copies the file has more than {maximumNodes} nodes; split the scene");
            }

            string name = nodes[i].Name ?? $"node_{i}";
            expanded.AddRange(placements.Select((placement, copy) => new Node(
                FormattableString.Invariant($"{name}_{copy}"), i, placement.ToMatrix(), nodes[i].Mesh, null, null, null, nodes[i].InScene) { Pose = placement }));
            expanded[i] = nodes[i] with { Mesh = null };
        }

        return [.. expanded];
    }

    private static LocalPose[] PlacementsOf(JsonCursor attributes, AccessorReader accessors)
    {
        Vector3[]? translations = Read<Vector3>(attributes, "TRANSLATION", "VEC3", accessors);
        Vector4[]? rotations = Read<Vector4>(attributes, "ROTATION", "VEC4", accessors);
        Vector3[]? scales = Read<Vector3>(attributes, "SCALE", "VEC3", accessors);
        int[] counts = [.. new[] { translations?.Length, rotations?.Length, scales?.Length }.OfType<int>().Distinct()];
        if (counts.Length != 1)
        {
            throw attributes.Error(counts.Length == 0
                ? "expected TRANSLATION, ROTATION or SCALE; add one or export the file again"
                : $"the attributes have {string.Join(" and ", counts)} elements; they must have as many as each other: export the file again");
        }

        var placements = new LocalPose[counts[0]];
        for (int i = 0; i < placements.Length; i++)
        {
            placements[i] = new(
                translations is null ? Vector3d.Zero : Wide(translations[i]),
                rotations is null ? Quaterniond.Identity : Rotation(attributes, rotations[i]),
                scales is null ? new(1, 1, 1) : Wide(scales[i]));
        }

        return Array.TrueForAll(placements, p => double.IsFinite(p.Translation.X + p.Translation.Y + p.Translation.Z + p.Scale.X + p.Scale.Y + p.Scale.Z))
            ? placements
            : throw attributes.Error("the placements hold values that are not finite; export the file again");
    }

    private static T[]? Read<T>(JsonCursor attributes, string name, string type, AccessorReader accessors)
        where T : unmanaged
    {
        if (attributes.Find(name) is not JsonCursor reference)
        {
            return null;
        }

        Accessor declared = accessors.Declaration(reference);
        return declared.Type == type && (declared.Component == ComponentType.Float32 || (name == "ROTATION" && declared.Normalized))
            ? accessors.ReadFloats<T>(reference)
            : throw reference.Error($"expected an accessor of type {type} with float components{(name == "ROTATION" ? ", or normalised integers" : "")}; correct the accessor");
    }

    private static Quaterniond Rotation(JsonCursor at, Vector4 q) => q.LengthSquared() is > 0 and < float.PositiveInfinity
        ? new Quaterniond(q.X, q.Y, q.Z, q.W).Normalized()
        : throw at.Error("a rotation has no direction; export the file again");

    private static Vector3d Wide(Vector3 v) => new(v.X, v.Y, v.Z);
}
