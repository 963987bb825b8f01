using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Skeletons;

namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>Fills a <see cref="SceneSummary"/>.</summary>
internal static class SceneSummarizer
{
    public static SceneSummary Summarize(GltfFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Scene scene = file.Scene;
        ScenePose pose = AnimatedMotion.RestPose(scene);
        SceneNames names = SceneNames.Of(scene);
        IReadOnlyList<Instance> objects = SceneInstances.Of(scene);
        InstanceSummary[] instances = [.. objects.Select(i => Instance(i, file, pose))];
        double[][] corners = [.. instances.Where(i => i.BoundsMinM is not null).SelectMany(i => new[] { i.BoundsMinM!, i.BoundsMaxM! })];
        return new(
            scene.Name,
            file.Contents.Generator,
            file.Contents.Version,
            instances.Sum(i => Triangles(scene.Meshes[i.Mesh])),
            Fold(corners, Math.Min),
            Fold(corners, Math.Max),
            [.. scene.Nodes.Select((n, i) => new NodeSummary(i, n.Name, n.Parent, n.Mesh, n.Light, n.Camera, n.InScene, List(pose.NodeToWorld[i].Translation)))],
            instances,
            [.. scene.Meshes.Select((m, i) => Mesh(m, i, file.Contents))],
            [.. scene.Materials.Zip(names.Materials, (material, name) => material.Name is null ? material : material with { Name = name }).Select(Material)],
            [.. scene.Textures.Select((t, i) => Texture(scene.Images[t.Image], i))],
            [.. names.Lamps.Select(lamp => Light(scene.Lights[lamp.Of.Light], lamp.Of.Node, lamp.Name))],
            [.. Cameras(scene)],
            file.Contents.Skins,
            [.. file.Contents.Animations.Select((a, i) => new AnimationSummary(i, a.Name, scene.Animations[i].DurationSeconds, a.Channels))],
            Extensions(file.Contents),
            file.Assets,
            scene.Warnings,
            file.Defects)
        {
            EmptyBecause = instances.Length > 0 ? null : WhyEmpty(scene),
            Variants = scene.Variants,
            InstancedMeshes = [.. InstancedMeshes(file)],
            KeypointDefects = KeypointDefects.Of(scene, objects),
            Format = file.Contents.Format,
            RobotJoints = [.. scene.Articulation.Joints.Select((joint, i) => new RobotJointSummary(
                joint.Name, joint.Type.ToString().ToLowerInvariant(), joint.Node, scene.Nodes[joint.Node].Name, joint.Unit, joint.Lower, joint.Upper, joint.Zero, LeaderOf(scene.Articulation, i)))],
            Keyframes = [.. scene.Articulation.Keyframes.Select(key => key.Name)],
        };
    }

    private static string? LeaderOf(Articulation robot, int joint) =>
        robot.Couplings.FirstOrDefault(coupling => coupling.Joint == joint)?.Of is { } leader ? robot.Joints[leader].Name : null;

    private static string WhyEmpty(Scene scene) => scene.Meshes.Count == 0
        ? "The scene is empty: the file has no mesh."
        : scene.Nodes.Any(node => node.Mesh is not null)
            ? "The scene is empty: none of the nodes with a mesh is in the default scene and visible."
            : "The scene is empty: no node shows one of the meshes.";

    private static IEnumerable<CameraSummary> Cameras(Scene scene)
    {
        ILookup<int, CameraNodeSummary> nodes = SceneNames.Of(scene).Cameras.ToLookup(camera => camera.Of.Camera, camera => new CameraNodeSummary(camera.Of.Node, camera.Name));
        return scene.Cameras.Select((camera, i) =>
            new CameraSummary(i, camera.Name, camera.VerticalFieldOfView * 180 / Math.PI, camera.OrthographicHalfHeight, camera.AspectRatio) { Nodes = [.. nodes[i]] });
    }

    private static IEnumerable<InstancedMeshSummary> InstancedMeshes(GltfFile file) => file.Scene.Nodes.Skip(file.Contents.Nodes)
        .GroupBy(copy => copy.Parent!.Value)
        .Select(copies => new InstancedMeshSummary(copies.Key, file.Scene.Nodes[copies.Key].Name, copies.First().Mesh!.Value, copies.Count()));

    private static InstanceSummary Instance(Instance instance, GltfFile file, ScenePose pose)
    {
        Scene scene = file.Scene;

        DeformedMesh? deformed = pose.Meshes.GetValueOrDefault(instance.Node);

        // Every vertex is transformed: the box of a rotated box would be too large.
        double[][] points =
        [
            .. scene.Meshes[instance.Mesh].Primitives.SelectMany(p => deformed is null ? p.Positions : Deformation.Positions(p, deformed.Pose))
                .Select(p => List(pose.NodeToWorld[instance.Node].TransformPoint(new(p.X, p.Y, p.Z)))),
        ];
        return new(instance.Id, instance.Name, instance.Node, instance.Mesh, Fold(points, Math.Min), Fold(points, Math.Max))
        {
            CopyOf = instance.Node < file.Contents.Nodes ? null : scene.Nodes[instance.Node].Parent,
        };
    }

    private static MeshSummary Mesh(Mesh mesh, int index, GltfContents contents) => new(
        index,
        mesh.Name,
        mesh.Primitives.Count,
        Triangles(mesh),
        mesh.Primitives.Sum(p => (long)p.Positions.Length),
        [.. mesh.Primitives.SelectMany(Attributes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        [.. mesh.Primitives.Select(p => p.Material).Distinct()],
        index < contents.MorphTargets.Count ? contents.MorphTargets[index] : 0);

    private static IEnumerable<string> Attributes(Primitive primitive)
    {
        (string Name, object? Values)[] optional =
        [
            ("TANGENT", primitive.Tangents), ("TEXCOORD_0", primitive.TexCoords0), ("TEXCOORD_1", primitive.TexCoords1), ("COLOR_0", primitive.Colors),
        ];
        return optional.Where(a => a.Values is not null).Select(a => a.Name);
    }

    private static MaterialSummary Material(Material material, int index) => new(
        index,
        material.Name,
        [material.BaseColor.X, material.BaseColor.Y, material.BaseColor.Z, material.BaseColor.W],
        material.Metallic,
        material.Roughness,
        [material.Emissive.X, material.Emissive.Y, material.Emissive.Z],
        material.AlphaMode switch
        {
            AlphaMode.Mask => "mask",
            AlphaMode.Blend => "blend",
            _ => "opaque",
        },
        material.DoubleSided,
        material.Unlit,
        material.Textures.ToDictionary(t => t.Role, t => t.Binding.Texture, StringComparer.Ordinal))
    {
        Layers = MaterialLayers.Of(material),
    };

    private static TextureSummary Texture(Image image, int index) => new(index, image.Name, image.Width, image.Height);

    private static LightSummary Light(Light light, int node, string name)
    {
        string kind = light.Kind switch
        {
            LightKind.Directional => "directional",
            LightKind.Point => "point",
            _ => "spot",
        };
        return new(node, name, kind, light.Intensity, [light.Color.X, light.Color.Y, light.Color.Z], light.Range);
    }

    private static ExtensionSummary[] Extensions(GltfContents contents) =>
    [
        .. contents.ExtensionsRequired.Concat(contents.ExtensionsUsed).Distinct(StringComparer.Ordinal).Select(name =>
            new ExtensionSummary(name, contents.ExtensionsRequired.Contains(name, StringComparer.Ordinal), SupportedExtensions.Contains(name))),
    ];

    private static long Triangles(Mesh mesh) => mesh.Primitives.Sum(p => p.Indices.Length / 3L);

    private static double[]? Fold(double[][] points, Func<double, double, double> choose) => points.Length == 0
        ? null
        : points.Aggregate((a, b) => [choose(a[0], b[0]), choose(a[1], b[1]), choose(a[2], b[2])]);

    private static double[] List(Vector3d v) => [v.X, v.Y, v.Z];
}
