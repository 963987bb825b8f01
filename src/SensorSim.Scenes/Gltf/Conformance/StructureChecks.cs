using System.Text.Json;

namespace SensorSim.Scenes.Gltf.Conformance;

/// <summary>What holds everywhere in the JSON: no empty arrays, no element twice where they name nodes, extensions declared.</summary>
internal static class StructureChecks
{
    private static readonly HashSet<string> s_sets = new(StringComparer.Ordinal) { "nodes", "joints", "children" };

    public static IEnumerable<GltfException> Of(GltfDocument document)
    {
        foreach (JsonCursor required in document.Root.Items("extensionsRequired").Where(e => !document.ExtensionsUsed.Contains(e.Text(), StringComparer.Ordinal)))
        {
            yield return required.Error($"{required.Text()} is required and not among extensionsUsed; add it there");
        }

        foreach (GltfException defect in Walk(document, document.Root, ""))
        {
            yield return defect;
        }
    }

    private static IEnumerable<GltfException> Walk(GltfDocument document, JsonCursor at, string name) => at.Element.ValueKind switch
    {
        JsonValueKind.Object when name == "extensions" => at.Members()
            .Where(extension => !document.ExtensionsUsed.Contains(extension.Name, StringComparer.Ordinal))
            .Select(extension => extension.Value.Error($"the extension {extension.Name} is not among extensionsUsed; add it there")),
        JsonValueKind.Object => at.Members().Where(member => member.Name != "extras").SelectMany(member => Walk(document, member.Value, member.Name)),
        JsonValueKind.Array => OfArray(document, at, name),
        _ => [],
    };

    private static IEnumerable<GltfException> OfArray(GltfDocument document, JsonCursor at, string name)
    {
        List<JsonCursor> items = at.Items();
        if (items.Count == 0)
        {
            return [at.Error("the array is empty; leave it out")];
        }

        if (items[0].Element.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            return items.SelectMany(item => Walk(document, item, ""));
        }

        var known = new HashSet<double>();
        return s_sets.Contains(name) ? items.Where(item => !known.Add(item.Number())).Select(item => item.Error("the node is named twice; name it once")) : [];
    }
}
