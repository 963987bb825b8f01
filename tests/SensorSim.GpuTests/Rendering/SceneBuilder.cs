using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Puts small scenes together.</summary>
internal sealed class SceneBuilder
{
    private readonly List<Node> _nodes = [];
    private readonly List<Mesh> _meshes = [];
    private readonly List<Material> _materials = [];
    private readonly List<Texture> _textures = [];
    private readonly List<Image> _images = [];
    private readonly List<Light> _lights = [];
    private readonly List<LampState> _lamps = [];

    public EnvironmentLight Environment { get; set; } = EnvironmentLight.None;

    public int Add(Material material)
    {
        _materials.Add(material);
        return _materials.Count - 1;
    }

    public int Add(Image image, TextureSampler sampler)
    {
        _images.Add(image);
        _textures.Add(new(_images.Count - 1, sampler));
        return _textures.Count - 1;
    }

    public int AddMesh(params Primitive[] primitives)
    {
        _meshes.Add(new(null, primitives));
        return _meshes.Count - 1;
    }

    public SceneBuilder Add(Primitive primitive, in Matrix4x4d pose) => Add(AddMesh(primitive), pose);

    public SceneBuilder Add(int mesh, in Matrix4x4d pose)
    {
        _nodes.Add(new(null, null, pose, mesh, null, null, null, true));
        return this;
    }

    public SceneBuilder Add(Light light, in Matrix4x4d pose)
    {
        _lights.Add(light);
        _nodes.Add(new(null, null, pose, null, _lights.Count - 1, null, null, true));
        _lamps.Add(new($"lamp{_lamps.Count}", _nodes.Count - 1, light, null));
        return this;
    }

    public SceneInstance Build()
    {
        var scene = new Scene("test", _nodes, _meshes, _materials, _textures, _images, _lights, []);
        return new(
            scene, 0, scene.WorldTransforms([.. _nodes.Select(node => node.LocalTransform)]), _materials, _lamps, Environment,
            new Dictionary<string, JsonNode?>(StringComparer.Ordinal));
    }
}
