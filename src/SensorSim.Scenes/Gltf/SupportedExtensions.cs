using SensorSim.Scenes.Gltf.Extensions;

namespace SensorSim.Scenes.Gltf;

/// <summary>The extensions that this reader understands.</summary>
public static class SupportedExtensions
{
    public static IReadOnlyList<string> Names { get; } =
    [
        KhrLightsPunctual.Name, KhrMaterialsEmissiveStrength.Name, KhrMaterialsUnlit.Name, KhrMeshQuantization.Name, KhrTextureTransform.Name,
    ];

    public static bool Contains(string name) => Names.Contains(name, StringComparer.Ordinal);

    /// <summary>Refuses a document that needs an extension we lack, and warns of those that it merely uses.</summary>
    internal static void Check(GltfDocument document, GltfWarnings warnings)
    {
        foreach (JsonCursor required in document.Root.Items("extensionsRequired"))
        {
            if (!Contains(required.Text()))
            {
                throw required.Error($"the file requires the extension {required.Text()}, which is not supported; {Advice(required.Text())}");
            }
        }

        foreach (string used in document.ExtensionsUsed.Where(e => !Contains(e)).Distinct(StringComparer.Ordinal))
        {
            warnings.Add($"The extension {used} is not supported and was ignored.");
        }
    }

    private static string Advice(string extension) => extension switch
    {
        "EXT_meshopt_compression" => "store the meshes uncompressed, for example with `gltfpack -i IN.glb -o OUT.glb` (no -c), whose quantised meshes are read",
        "KHR_draco_mesh_compression" => "export the file without mesh compression",
        "KHR_texture_basisu" or "EXT_texture_webp" or "EXT_texture_avif" => "convert the textures to PNG or JPEG",
        "KHR_materials_pbrSpecularGlossiness" => "convert the materials, for example with `gltf-transform metalrough`",
        _ => "export the file without it",
    };
}
