using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;

namespace SensorSim.Scenes.Gltf;

/// <summary>The pose of the file: the nodes' own transforms, default morph weights, joints where the nodes are.</summary>
internal static class RestPose
{
    /// <summary>Node-to-world transforms at rest.</summary>
    /// <exception cref="GltfException">Scales or translations multiply to infinity.</exception>
    public static Matrix4x4d[] WorldTransforms(GltfDocument document, Scene scene)
    {
        Matrix4x4d[] worlds = scene.WorldTransforms([.. scene.Nodes.Select(n => n.LocalTransform)]);
        int bad = Array.FindIndex(worlds, w => !Array.TrueForAll(w.ToRowMajor(), v => Math.Abs(v) <= float.MaxValue));
        return bad < 0
            ? worlds
            : throw document.Nodes[bad].Error("the transforms from the root to this node multiply to infinity; correct its scale or translation");
    }

    /// <summary>Checks that every deformable mesh has a finite shape at rest.</summary>
    /// <exception cref="GltfException">A vertex names a joint that the skin lacks, or lands at infinity.</exception>
    public static void CheckMeshes(GltfDocument document, Scene scene, IReadOnlyList<Matrix4x4d> worlds, GltfWarnings warnings)
    {
        for (int i = 0; i < document.Nodes.Count; i++)
        {
            if (scene.Nodes[i] is not { Mesh: int index } node || scene.Meshes[index] is not { IsDeformable: true } mesh)
            {
                continue;
            }

            JsonCursor at = document.Nodes[i];
            if (node.Skin is int skin)
            {
                RequireJoints(at, mesh, scene.Skins[skin].Joints.Count);
                if (worlds[i].Determinant3x3 is var d && (d == 0 || !double.IsFinite(1 / d)))
                {
                    warnings.Add($"{at.Path}: the skinned node is scaled to nothing; nothing of it is shown.");
                }
            }

            var shape = DeformedMesh.Of(mesh, MeshPose.Of(scene, i, worlds, null));
            if (!float.IsFinite((shape.Max - shape.Min).Length()))
            {
                throw at.Error("its morph targets or its skin move a vertex to infinity; export the file again");
            }
        }
    }

    private static void RequireJoints(JsonCursor at, Mesh mesh, int joints)
    {
        uint largest = mesh.Primitives.SelectMany(p => p.Influences).SelectMany(set => set.Joints)
            .Select(j => Math.Max(Math.Max(j.X, j.Y), Math.Max(j.Z, j.W))).DefaultIfEmpty().Max();
        if (largest >= joints)
        {
            throw at.Error($"a vertex names joint {largest} and the skin has {joints}; export the file again");
        }
    }
}
