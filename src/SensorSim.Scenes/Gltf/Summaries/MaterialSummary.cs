using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>A material's properties; textures by index.</summary>
/// <param name="Index">Position in the document.</param>
/// <param name="Name">As in the file.</param>
/// <param name="BaseColor">Linear RGBA factor.</param>
/// <param name="Metallic">Factor.</param>
/// <param name="Roughness">Factor.</param>
/// <param name="Emissive">Linear RGB, nit.</param>
/// <param name="AlphaMode">opaque, mask or blend.</param>
/// <param name="DoubleSided">Seen from behind too.</param>
/// <param name="Unlit">Not lit.</param>
/// <param name="Textures">Texture index by role: see <see cref="SensorSim.Scenes.Model.Material.Textures"/>.</param>
public sealed record MaterialSummary(
    int Index,
    string? Name,
    float[] BaseColor,
    float Metallic,
    float Roughness,
    float[] Emissive,
    string AlphaMode,
    bool DoubleSided,
    bool Unlit,
    IReadOnlyDictionary<string, int> Textures)
{
    /// <summary>
    /// Factors by layer, of those that it has: clearcoat, sheen, specular, ior, transmission, volume, dispersion, iridescence, anisotropy.
    /// </summary>
    public IReadOnlyDictionary<string, JsonObject> Layers { get; init; } = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
}
