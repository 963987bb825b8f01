using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library;

/// <summary>Collects the parts of a scene that is made in code; each call gives the index of what it added.</summary>
internal sealed class SceneBuilder
{
    private readonly List<Node> _nodes = [];
    private readonly List<Mesh> _meshes = [];
    private readonly List<Material> _materials = [];
    private readonly List<Texture> _textures = [];
    private readonly List<Image> _images = [];
    private readonly List<Light> _lights = [];
    private readonly List<Camera> _cameras = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public TextureBinding AddTexture(Image image, float strength = 1)
    {
        _images.Add(image);
        _textures.Add(new(_images.Count - 1, TextureSampler.Default));
        return new(_textures.Count - 1, 0, Matrix3x2.Identity, strength);
    }

    public int AddMaterial(Material material)
    {
        _materials.Add(material);
        return _materials.Count - 1;
    }

    public int AddMesh(string name, Action<MeshBuilder> build)
    {
        var mesh = new MeshBuilder();
        build(mesh);
        _meshes.Add(mesh.Build(name));
        return _meshes.Count - 1;
    }

    /// <summary>The corners of a mesh's box, object space.</summary>
    public (Vector3 Min, Vector3 Max) BoundsOf(int mesh)
    {
        (Vector3 min, Vector3 max) = _meshes[mesh].Primitives[0].Bounds;
        foreach (Primitive primitive in _meshes[mesh].Primitives)
        {
            min = Vector3.Min(min, primitive.Bounds.Min);
            max = Vector3.Max(max, primitive.Bounds.Max);
        }

        return (min, max);
    }

    /// <summary>A labelled object, named CATEGORY_N.</summary>
    public void AddObject(string category, int mesh, Vector3d position, double yawDegrees = 0)
    {
        int number = _counts.GetValueOrDefault(category) + 1;
        _counts[category] = number;
        Quaterniond turn = Quaterniond.FromAxisAngle(Vector3d.UnitY, yawDegrees * (Math.PI / 180));
        _nodes.Add(new($"{category}_{number}", null, Matrix4x4d.FromTrs(position, turn, new(1, 1, 1)), mesh, null, null, new JsonObject { ["category"] = category }, InScene: true));
    }

    /// <summary>A lamp that shines down from <paramref name="position"/>.</summary>
    public void AddLampDown(string name, Light light, Vector3d position)
    {
        _lights.Add(light);
        Quaterniond down = Quaterniond.FromAxisAngle(Vector3d.UnitX, -Math.PI / 2);
        _nodes.Add(new(name, null, Matrix4x4d.FromTrs(position, down, new(1, 1, 1)), null, _lights.Count - 1, null, null, InScene: true));
    }

    /// <summary>A camera at <paramref name="from"/> that looks at <paramref name="target"/>.</summary>
    public void AddCamera(string name, double verticalFieldOfViewDegrees, Vector3d from, Vector3d target)
    {
        _cameras.Add(new(name, verticalFieldOfViewDegrees * (Math.PI / 180), null, null));
        Vector3d back = (from - target).Normalized(), right = Vector3d.Cross(Vector3d.UnitY, back).Normalized();
        _nodes.Add(new(name, null, Matrix4x4d.FromAxes(right, Vector3d.Cross(back, right), back, from), null, null, _cameras.Count - 1, null, InScene: true));
    }

    public Scene Build(string name) => new(name, _nodes, _meshes, _materials, _textures, _images, _lights, _cameras);
}
