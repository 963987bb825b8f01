using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Library.Materials;
using SensorSim.Scenes.Library.Objects;
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
    private readonly Dictionary<string, int> _libraryMaterials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _libraryObjects = new(StringComparer.Ordinal);

    public TextureBinding AddTexture(Image image, float strength = 1)
    {
        int texture = _images.FindIndex(known => ReferenceEquals(known, image));
        if (texture < 0)
        {
            texture = _images.Count;
            _images.Add(image);
            _textures.Add(new(texture, TextureSampler.Default));
        }

        return new(texture, 0, Matrix3x2.Identity, strength);
    }

    public int AddMaterial(Material material)
    {
        _materials.Add(material);
        return _materials.Count - 1;
    }

    /// <summary>A material of the library; once for each name.</summary>
    public int Include(LibraryMaterial material) => Include(material.Fragment, 0);

    /// <summary>A material of the library in a colour and by a name of its own.</summary>
    public int Include(LibraryMaterial material, string name, Vector3 color)
    {
        Scene fragment = material.Fragment;
        return Include(fragment with { Materials = [fragment.Materials[0] with { Name = name, BaseColor = new(color, 1) }] }, 0);
    }

    /// <summary>An object of the library as a mesh; once for each name.</summary>
    public int Include(LibraryObject item)
    {
        if (!_libraryObjects.TryGetValue(item.Name, out int index))
        {
            int[] materials = [.. item.Fragment.Materials.Select((_, i) => Include(item.Fragment, i))];
            Mesh mesh = item.Fragment.Meshes[0];
            _meshes.Add(mesh with { Primitives = [.. mesh.Primitives.Select(p => p with { Material = p.Material is int m ? materials[m] : null })] });
            _libraryObjects.Add(item.Name, index = _meshes.Count - 1);
        }

        return index;
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

    /// <summary>A fragment's material with its textures; once for each name, for in the library names are unique.</summary>
    private int Include(Scene fragment, int index)
    {
        Material material = fragment.Materials[index];
        string name = material.Name ?? throw new ArgumentException("A material of the library has no name.", nameof(fragment));
        if (!_libraryMaterials.TryGetValue(name, out int added))
        {
            added = AddMaterial(MaterialTextures.Map(material, binding =>
                AddTexture(fragment.Images[fragment.Textures[binding.Texture].Image], binding.Strength) with { Transform = binding.Transform }));
            _libraryMaterials.Add(name, added);
        }

        return added;
    }

    public Scene Build(string name) => new(name, _nodes, _meshes, _materials, _textures, _images, _lights, _cameras);
}
