using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Scenes.Composition;

namespace SensorSim.Hosting.Records;

/// <summary>What was added to a scene, as records have it.</summary>
internal static class AdditionsRecord
{
    public static JsonObject? ToJson(SceneAdditions additions) => additions.IsEmpty ? null : new()
    {
        ["objects"] = new JsonArray([.. additions.Objects.Select(ToJson)]),
        ["lamps"] = new JsonArray([.. additions.Lamps.Select(AddedLampRecord.ToJson)]),
        ["items"] = Texts(additions.Items),
        ["materials"] = Texts(additions.Materials),
        ["replaced"] = Texts(additions.Replaced),
        ["variants"] = additions.HasVariants,
    };

    /// <exception cref="FormatException">A value that no run writes.</exception>
    public static SceneAdditions FromJson(JsonFields fields)
    {
        IReadOnlyList<string> items = fields.List("items", JsonFields.TextOf);
        return new()
        {
            Objects = fields.List("objects", (json, path) => ObjectOf(new(json, path), items)),
            Lamps = fields.OptionalList("lamps", (json, path) => AddedLampRecord.FromJson(new(json, path))) ?? [],
            Items = items,
            Materials = fields.List("materials", JsonFields.TextOf),
            Replaced = fields.List("replaced", JsonFields.TextOf),
            HasVariants = fields.Truth("variants"),
        };
    }

    private static JsonObject ToJson(AddedObject added)
    {
        JsonObject json = Unscaled(added);
        if (added.Scale != 1)
        {
            json["scale"] = added.Scale;
        }

        return json;
    }

    private static JsonObject Unscaled(AddedObject added) => new()
    {
        ["name"] = added.Name,
        ["item"] = added.Item,
        ["category"] = added.Category,
        ["at"] = new JsonArray(added.At.X, added.At.Y, added.At.Z),
        ["yaw_deg"] = added.YawDegrees,
    };

    private static AddedObject ObjectOf(JsonFields fields, IReadOnlyList<string> items)
    {
        IReadOnlyList<double> at = fields.Numbers("at", 3);
        string item = fields.Text("item");
        return items.Contains(item, StringComparer.Ordinal)
            ? new(fields.Text("name"), item, fields.Text("category"), new(at[0], at[1], at[2]), fields.Number("yaw_deg")) { Scale = fields.OptionalNumber("scale") is { } scale ? scale > 0 ? scale : throw fields.Wrong("scale", "a number above 0") : 1 }
            : throw fields.Wrong("item", "one of the items");
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
