using SensorSim.Scenes.Gltf.Extensions;

namespace SensorSim.Scenes.Gltf;

/// <summary>The extensions that this reader understands.</summary>
public static class SupportedExtensions
{
    public static IReadOnlyList<string> Names { get; } =
    [
        ExtMeshGpuInstancing.Name, ExtMeshoptCompression.Name, ExtTextureWebp.Name, KhrImplicitShapes.Name, KhrLightsPunctual.Name, KhrMaterialsAnisotropy.Name,
        KhrMaterialsClearcoat.Name, KhrMaterialsDispersion.Name, KhrMaterialsEmissiveStrength.Name, KhrMaterialsIor.Name, KhrMaterialsIridescence.Name,
        KhrMaterialsSheen.Name, KhrMaterialsSpecular.Name, KhrMaterialsTransmission.Name, KhrMaterialsUnlit.Name, KhrMaterialsVariants.Name,
        KhrMaterialsVolume.Name, KhrMeshQuantization.Name, KhrNodeVisibility.Name, KhrPhysicsRigidBodies.Name, KhrTextureTransform.Name,
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
        "KHR_draco_mesh_compression" => "decompress it with `npx gltf-pipeline -i IN.glb -o OUT.glb`",
        "KHR_texture_basisu" => "decompress the textures with `npx @gltf-transform/cli ktxdecompress IN.glb OUT.glb`",
        "EXT_texture_avif" => "convert the textures with `npx @gltf-transform/cli png IN.glb OUT.glb`",
        "KHR_materials_pbrSpecularGlossiness" => "convert the materials, for example with `gltf-transform metalrough`",
        _ => "export the file without it",
    };
}
