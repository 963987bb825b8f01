using SensorSim.Scenes.Gltf.Accessors;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_mesh_quantization: 8- and 16-bit integers where the core specification wants floats.</summary>
internal static class KhrMeshQuantization
{
    public const string Name = "KHR_mesh_quantization";

    /// <summary>Which components an attribute may have, "POSITION" to "TEXCOORD_n".</summary>
    public static AttributeComponents Allow(AttributeComponents core, GltfDocument document) =>
        document.ExtensionsUsed.Contains(Name, StringComparer.Ordinal) || document.ExtensionsRequired.Contains(Name, StringComparer.Ordinal)
            ? core | AttributeComponents.Integer | AttributeComponents.Normalized
            : core;
}
