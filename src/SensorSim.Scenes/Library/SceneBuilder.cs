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
    private readonly List<AnimationChannel> _channels = [];
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
    public void AddObject(string category, int mesh, Vector3d position, double yawDegrees = 0) => AddObject(category, mesh, null, position, yawDegrees);

    /// <summary>An object of the library under its category's name.</summary>
    public void AddObject(string item, Vector3d position, double yawDegrees = 0)
    {
        LibraryObject found = ObjectLibrary.Of(item);
        AddObject(found.Category, Include(found), position, yawDegrees);
    }

    /// <summary>An object of the library that moves along a straight line.</summary>
    /// <param name="item">Its name in the library.</param>
    /// <param name="position">At the beginning.</param>
    /// <param name="yawDegrees">About +Y.</param>
    /// <param name="velocity">Metres per second.</param>
    /// <param name="seconds">After which it is back at the beginning.</param>
    public void AddMovingObject(string item, Vector3d position, double yawDegrees, Vector3d velocity, double seconds)
    {
        Vector3d end = position + (seconds * velocity);
        float[] path = [(float)position.X, (float)position.Y, (float)position.Z, (float)end.X, (float)end.Y, (float)end.Z];
        _channels.Add(new(_nodes.Count, AnimatedProperty.Translation, new([0, (float)seconds], path, 3, Interpolation.Linear, IsRotation: false)));
        _nodes.Add(new($"carrier_{_channels.Count}", null, Matrix4x4d.FromTranslation(position), null, null, null, null, InScene: true));
        LibraryObject found = ObjectLibrary.Of(item);
        AddObject(found.Category, Include(found), _nodes.Count - 1, Vector3d.Zero, yawDegrees);
    }

    private void AddObject(string category, int mesh, int? parent, Vector3d position, double yawDegrees)
    {
        int number = _counts.GetValueOrDefault(category) + 1;
        _counts[category] = number;
        Quaterniond turn = Quaterniond.FromAxisAngle(Vector3d.UnitY, yawDegrees * (Math.PI / 180));
        _nodes.Add(new($"{category}_{number}", parent, Matrix4x4d.FromTrs(position, turn, new(1, 1, 1)), mesh, null, null, new JsonObject { ["category"] = category }, InScene: true));
    }

    /// <summary>A lamp that shines down from <paramref name="position"/>.</summary>
    public void AddLampDown(string name, Light light, Vector3d position)
    {
        _lights.Add(light);
        Quaterniond down = Quaterniond.FromAxisAngle(Vector3d.UnitX, -Math.PI / 2);
        _nodes.Add(new(name, null, Matrix4x4d.FromTrs(position, down, new(1, 1, 1)), null, _lights.Count - 1, null, null, InScene: true));
    }

    /// <summary>A lamp at <paramref name="from"/> that shines at <paramref name="target"/>.</summary>
    public void AddLamp(string name, Light light, Vector3d from, Vector3d target)
    {
        _lights.Add(light);
        _nodes.Add(new(name, null, LookingAt(from, target), null, _lights.Count - 1, null, null, InScene: true));
    }

    /// <summary>A camera at <paramref name="from"/> that looks at <paramref name="target"/>.</summary>
    public void AddCamera(string name, double verticalFieldOfViewDegrees, Vector3d from, Vector3d target)
    {
        _cameras.Add(new(name, verticalFieldOfViewDegrees * (Math.PI / 180), null, null));
        _nodes.Add(new(name, null, LookingAt(from, target), null, null, _cameras.Count - 1, null, InScene: true));
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

    public Scene Build(string name) => new(name, _nodes, _meshes, _materials, _textures, _images, _lights, _cameras)
    {
        Animations = _channels.Count > 0 ? [new("run", _channels)] : [],
    };

    /// <summary>At a place, with -Z towards another and +Y as far up as it goes.</summary>
    private static Matrix4x4d LookingAt(Vector3d from, Vector3d target)
    {
        Vector3d back = (from - target).Normalized();
        Vector3d up = Math.Abs(back.Y) > 0.9999 ? -Vector3d.UnitZ : Vector3d.UnitY;
        Vector3d right = Vector3d.Cross(up, back).Normalized();
        return Matrix4x4d.FromAxes(right, Vector3d.Cross(back, right), back, from);
    }
}
