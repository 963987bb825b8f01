using SensorSim.Geometry;
using SensorSim.Scenes.Files;
using SensorSim.Scenes.Gltf.Accessors;
using SensorSim.Scenes.Gltf.Conformance;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Gltf.Meshes;
using SensorSim.Scenes.Gltf.Summaries;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>Reads glTF 2.0: .glb, and .gltf with external or embedded buffers and images.</summary>
public static class GltfReader
{
    /// <summary>Reads a file and everything it names.</summary>
    /// <param name="path">A .glb or .gltf file.</param>
    /// <param name="limits">Default limits when null.</param>
    /// <param name="examine">Looks for <see cref="GltfFile.Defects"/> too.</param>
    /// <exception cref="GltfException">The file is missing, malformed, needs an extension that is not supported, or is beyond the limits.</exception>
    public static GltfFile Read(string path, GltfLimits? limits = null, bool examine = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        GltfLimits allowed = limits ?? GltfLimits.Default;
        string name = Path.GetFileName(path);
        RequireFile(path);
        byte[] bytes = AssetFolder.ReadFile(path, allowed.MaximumFileBytes, (problem, cause) => new GltfException(path, null, problem, cause));
        try
        {
            return Read(bytes, name, Path.GetDirectoryName(Path.GetFullPath(path))!, allowed, examine);
        }
        catch (GltfException wrong) when (wrong.File == name)
        {
            throw new GltfException(path, wrong.Place, wrong.Problem, wrong);
        }
    }

    /// <summary>Reads a glTF that is already in memory.</summary>
    /// <param name="bytes">A whole .glb or .gltf.</param>
    /// <param name="name">Its file name, for messages and as the first asset's path.</param>
    /// <param name="folder">Where the files that it names are; nothing outside this folder is opened.</param>
    /// <param name="limits">Default limits when null.</param>
    /// <param name="examine">Looks for <see cref="GltfFile.Defects"/> too.</param>
    /// <exception cref="GltfException">The file is malformed, needs an extension that is not supported, or is beyond the limits.</exception>
    public static GltfFile Read(byte[] bytes, string name, string folder, GltfLimits? limits = null, bool examine = false)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        GltfLimits allowed = limits ?? GltfLimits.Default;
        var assets = new AssetFolder(name, folder, allowed);
        assets.Add(name, bytes);
        GltfContainer container = GltfContainer.Split(name, bytes);
        using GltfDocument document = GltfDocument.Parse(name, container.Json, allowed);
        var warnings = new GltfWarnings();
        SupportedExtensions.Check(document, warnings);
        assets.Named = document.Buffers.All().Concat(document.Images.All()).Select(named => named.Item.Find("uri")).OfType<JsonCursor>();
        Scene scene = ReadScene(document, assets, container.Binary, allowed, warnings);
        return new(scene with { Warnings = warnings.Sentences }, assets.Assets, GltfContentsReader.Read(document))
        {
            Defects = examine ? DefectsOf(document, assets, container.Binary, allowed) : [],
        };
    }

    private static IReadOnlyList<string> DefectsOf(GltfDocument document, AssetFolder assets, ReadOnlyMemory<byte>? binary, GltfLimits limits)
    {
        var budget = new MemoryBudget("the decoded geometry", limits.GeometryBytes(assets.TotalBytes));
        return ConformanceChecks.Of(document, new(document, new(document, assets, binary, limits), budget));
    }

    /// <exception cref="GltfException">Nothing there, a folder, a pipe or a device, or a picture.</exception>
    private static void RequireFile(string path)
    {
        if (FileKinds.Obstacle(path) is { } obstacle)
        {
            throw new GltfException(path, null, NearestFile.Of(path, ".glb", ".gltf") is { } nearest
                ? $"{obstacle}; did you mean {nearest}?"
                : $"{obstacle}; expected a .glb or .gltf file");
        }

        if (Path.GetExtension(path).Equals(".hdr", StringComparison.OrdinalIgnoreCase))
        {
            throw new GltfException(path, null, "is an environment, not a scene; name both: --scene FILE.glb --hdr FILE.hdr, or in a scenario scene: FILE.glb and environment: { hdr: FILE.hdr }");
        }
    }

    private static Scene ReadScene(
        GltfDocument document, AssetFolder assets, ReadOnlyMemory<byte>? binary, GltfLimits limits, GltfWarnings warnings)
    {
        Node[] nodes = new NodeReader(document).Read();
        (nodes, List<Light> lights) = LightSizeReader.OnNodes(document, nodes, document.Lights.Read(KhrLightsPunctual.Read));
        var textures = new TextureReader(document);
        List<Material> materials = document.Materials.Read(new MaterialReader(document, textures, warnings).Read);
        var scene = new Scene(
            SceneName(document),
            nodes,
            [],
            materials,
            textures.Read(),
            [],
            lights,
            document.Cameras.Read(CameraReader.Read));
        Matrix4x4d[] worlds = RestPose.WorldTransforms(document, scene);

        var buffers = new BufferSource(document, assets, binary, limits);
        var budget = new MemoryBudget("the decoded geometry", limits.GeometryBytes(assets.TotalBytes));
        var accessors = new AccessorReader(document, buffers, budget);
        nodes = ExtMeshGpuInstancing.Expand(document, nodes, accessors, limits.MaximumNodes);
        var primitives = new PrimitiveReader(document, accessors, materials, budget, warnings);
        (IReadOnlyList<Mesh> meshes, nodes) = new MeshReader(document, primitives).Read(nodes);
        nodes = [.. nodes.Select((node, i) => i < document.Nodes.Count && node.Mesh is int mesh
            ? node with { MorphWeights = MorphWeights.Read(document.Nodes[i], meshes[mesh].MorphWeights.Count) }
            : node)];
        scene = scene with
        {
            Nodes = nodes,
            Meshes = meshes,
            Variants = KhrMaterialsVariants.Names(document),
            Skins = document.Skins.Read(new SkinReader(document, accessors).Read),
        };
        RestPose.CheckMeshes(document, scene, worlds, warnings);
        var animations = new AnimationReader(document, accessors, warnings);
        scene = scene with { Animations = document.Animations.Read(at => animations.Read(at, nodes, meshes)) };
        scene = scene with { Physics = KhrPhysicsRigidBodies.Read(document, scene, warnings) };

        LampGlow.Check(document, scene);

        // Last, because nothing else takes as much memory: every other error is found before.
        Image[] images = new ImageReader(document, buffers, assets, limits, warnings).Read();
        return scene with { Images = images };
    }

    private static string SceneName(GltfDocument document) =>
        NodeReader.DefaultScene(document)?.Text("name") ?? Path.GetFileNameWithoutExtension(document.File);
}
