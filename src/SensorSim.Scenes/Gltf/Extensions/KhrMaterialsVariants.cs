namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_materials_variants: other materials that primitives may have, by the name of a variant.</summary>
internal static class KhrMaterialsVariants
{
    public const string Name = "KHR_materials_variants";

    /// <summary>The document's variants.</summary>
    public static GltfArray Variants(JsonCursor root) => new("variants", root.Find("extensions")?.Find(Name)?.Items("variants") ?? []);

    /// <summary>Names in document order.</summary>
    public static List<string> Names(GltfDocument document) => Variants(document.Root).Read(variant => variant.Get("name").Text());

    /// <summary>Variant → material of a primitive; variants that are not there leave it its own.</summary>
    public static Dictionary<int, int> MaterialsOf(JsonCursor primitive, GltfDocument document)
    {
        GltfArray variants = Variants(document.Root);
        var materials = new Dictionary<int, int>();
        foreach (JsonCursor mapping in primitive.Find("extensions")?.Find(Name)?.Items("mappings") ?? [])
        {
            int material = mapping.Get("material").Index(document.Materials);
            foreach (JsonCursor variant in mapping.Get("variants").Items())
            {
                if (!materials.TryAdd(variant.Index(variants), material))
                {
                    throw variant.Error("the primitive has two materials for this variant; remove one of the mappings");
                }
            }
        }

        return materials;
    }
}
