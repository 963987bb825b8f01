using SensorSim.Scenes.Gltf.Accessors;

namespace SensorSim.Scenes.Gltf.Conformance;

/// <summary>
/// Finds where a file breaks the specification though it can be read: what the reader replaces, clamps or has no use for. Takes as long as
/// reading the geometry again, and runs only for people who look into a file.
/// </summary>
internal static class ConformanceChecks
{
    /// <summary>One sentence for each defect, with its JSON path.</summary>
    public static IReadOnlyList<string> Of(GltfDocument document, AccessorReader accessors)
    {
        var found = new GltfWarnings();
        var primitives = new PrimitiveChecks(document, accessors);
        var skins = new SkinChecks(document, accessors);
        var animations = new AnimationChecks(document, accessors);
        Check([document.Root], _ => StructureChecks.Of(document), found);
        for (int i = 0; i < document.Accessors.Count; i++)
        {
            int index = i;
            Check([document.Accessors[i]], _ => AccessorChecks.Of(accessors, Accessor.Read(document, index), index), found);
        }

        Check(Elements(document.Nodes), node => NodeChecks.Of(document, node), found);
        Check(Elements(document.Cameras), CameraChecks.Of, found);
        Check(Elements(document.Lights), LightChecks.Of, found);
        Check(Elements(document.Images), ImageOf, found);
        Check(Elements(document.Materials), MaterialChecks.Of, found);
        Check(Elements(document.Meshes).SelectMany(mesh => mesh.Items("primitives")), primitives.Of, found);
        Check(Elements(document.Skins), skins.Of, found);
        Check(Elements(document.Animations), animations.Of, found);
        return found.Sentences;
    }

    private static IEnumerable<JsonCursor> Elements(GltfArray array) => array.All().Select(element => element.Item);

    private static IEnumerable<GltfException> ImageOf(JsonCursor image)
    {
        if (image.Find("bufferView") is not null && image.Find("mimeType") is null)
        {
            yield return image.Error("an image in a buffer view has a mimeType; add it");
        }
    }

    // A value of the wrong type that the reader never looked at ends the checks of its element, and is a defect itself.
    private static void Check(IEnumerable<JsonCursor> elements, Func<JsonCursor, IEnumerable<GltfException>> check, GltfWarnings found)
    {
        foreach (JsonCursor element in elements)
        {
            try
            {
                foreach (GltfException defect in check(element))
                {
                    found.Add($"{defect.Place}: {defect.Problem}");
                }
            }
            catch (GltfException defect)
            {
                found.Add($"{defect.Place}: {defect.Problem}");
            }
        }
    }
}
