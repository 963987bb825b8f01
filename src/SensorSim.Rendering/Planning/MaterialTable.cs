using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan.Binding;

namespace SensorSim.Rendering.Planning;

/// <summary>A cousin's materials by slot.</summary>
internal sealed class MaterialTable
{
    private readonly Entry[] _entries;

    public MaterialTable(GpuScene scene, SceneInstance instance)
    {
        IReadOnlyList<Material> materials = instance.Materials;
        _entries = new Entry[scene.MaterialSlots];
        var shared = new Dictionary<MaterialFeatures, int>();
        for (int slot = 0; slot < _entries.Length; slot++)
        {
            Material material = slot < materials.Count ? materials[slot] : Material.Default;
            TextureSet textures = scene.Textures.SetOf(material);
            MaterialFeatures features = MaterialFeatures.Of(material, scene.HasVertexColors[slot], textures.Interleaved is not null);
            int list = features.IsUntextured && !shared.TryAdd(features, slot) ? shared[features] : slot;
            _entries[slot] = new(
                features,
                list,
                textures.Set,
                features.Layers.Any ? scene.Textures.LayersOf(material) : null,
                GpuMaterial.Of(material, textures.Interleaved?.SideLog2 ?? 0, list, instance.LampOf(material)),
                GpuMaterialLayers.Of(material));
        }
    }

    public int Count => _entries.Length;

    public MaterialFeatures Features(int slot) => _entries[slot].Features;

    /// <summary>The list of spans that a material's pixels are in: the first slot of all that are shaded together.</summary>
    public int SpanList(int slot) => _entries[slot].SpanList;

    public ResourceSet Textures(int slot) => _entries[slot].Textures;

    /// <summary>The textures of a material's layers; null for a material without any.</summary>
    public ResourceSet? LayerTextures(int slot) => _entries[slot].LayerTextures;

    public GpuMaterialLayers[] LayersToGpu() => Array.ConvertAll(_entries, entry => entry.GpuLayers);

    public GpuMaterial[] ToGpu() => Array.ConvertAll(_entries, entry => entry.Gpu);

    private readonly record struct Entry(MaterialFeatures Features, int SpanList, ResourceSet Textures, ResourceSet? LayerTextures, GpuMaterial Gpu, GpuMaterialLayers GpuLayers);
}
