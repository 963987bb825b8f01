using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan;

namespace SensorSim.Rendering.Planning;

/// <summary>A cousin's materials by slot.</summary>
internal sealed class MaterialTable
{
    private readonly Entry[] _entries;

    public MaterialTable(GpuScene scene, IReadOnlyList<Material> materials)
    {
        _entries = new Entry[scene.MaterialSlots];
        for (int slot = 0; slot < _entries.Length; slot++)
        {
            Material material = slot < materials.Count ? materials[slot] : Material.Default;
            TextureSet textures = scene.Textures.SetOf(material);
            _entries[slot] = new(
                MaterialFeatures.Of(material, scene.HasVertexColors[slot], textures.Interleaved is not null),
                textures.Set,
                GpuMaterial.Of(material, textures.Interleaved?.SideLog2 ?? 0));
        }
    }

    public int Count => _entries.Length;

    public MaterialFeatures Features(int slot) => _entries[slot].Features;

    public ResourceSet Textures(int slot) => _entries[slot].Textures;

    public GpuMaterial[] ToGpu() => Array.ConvertAll(_entries, entry => entry.Gpu);

    private readonly record struct Entry(MaterialFeatures Features, ResourceSet Textures, GpuMaterial Gpu);
}
