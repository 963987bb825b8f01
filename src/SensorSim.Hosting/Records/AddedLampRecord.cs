using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Model;

namespace SensorSim.Hosting.Records;

/// <summary>A lamp that was added to a scene, as records have it: cone in radians and turn as a quaternion, so that no digit is lost.</summary>
internal static class AddedLampRecord
{
    private static readonly LightKind[] s_kinds = Enum.GetValues<LightKind>();

    public static JsonNode ToJson(AddedLamp lamp) => new JsonObject
    {
        ["name"] = lamp.Name,
        ["kind"] = LightRecords.WordOf(lamp.Light.Kind),
        ["at"] = new JsonArray(lamp.At.X, lamp.At.Y, lamp.At.Z),
        ["turn"] = new JsonArray(lamp.Turn.X, lamp.Turn.Y, lamp.Turn.Z, lamp.Turn.W),
        ["color"] = new JsonArray((double)lamp.Light.Color.X, (double)lamp.Light.Color.Y, (double)lamp.Light.Color.Z),
        ["intensity"] = lamp.Light.Intensity,
        ["range_m"] = lamp.Light.Range,
        ["cone_rad"] = new JsonArray(lamp.Light.InnerConeAngle, lamp.Light.OuterConeAngle),
        ["radius_m"] = lamp.Light.RadiusMetres,
        ["angular_diameter_deg"] = lamp.Light.AngularDiameterDegrees,
    };

    /// <exception cref="FormatException">A value that no run writes.</exception>
    public static AddedLamp FromJson(JsonFields fields)
    {
        IReadOnlyList<double> at = fields.Numbers("at", 3), turn = fields.Numbers("turn", 4);
        return new(fields.Text("name"), LightOf(fields), new(at[0], at[1], at[2]), new(turn[0], turn[1], turn[2], turn[3]));
    }

    private static Light LightOf(JsonFields fields)
    {
        string kind = fields.OneOf("kind", [.. s_kinds.Select(LightRecords.WordOf)]);
        IReadOnlyList<double> cone = fields.Numbers("cone_rad", 2);
        return new()
        {
            Kind = Array.Find(s_kinds, known => LightRecords.WordOf(known) == kind),
            Color = ColorOf(fields),
            Intensity = fields.NonNegative("intensity"),
            Range = fields.OptionalNumber("range_m") is null ? null : fields.Positive("range_m"),
            InnerConeAngle = cone[0],
            OuterConeAngle = cone[0] >= 0 && cone[0] < cone[1] && cone[1] <= (Math.PI / 2) + 1e-6 ? cone[1] : throw fields.Wrong("cone_rad", "two angles from 0 to pi/2, the first below the second"),
            RadiusMetres = fields.NonNegative("radius_m"),
            AngularDiameterDegrees = fields.NonNegative("angular_diameter_deg") is <= LightSize.WidestDegrees and var angle ? angle : throw fields.Wrong("angular_diameter_deg", "an angle from 0 to 90"),
        };
    }

    private static Vector3 ColorOf(JsonFields fields)
    {
        IReadOnlyList<double> color = fields.Numbers("color", 3);
        return color.All(channel => channel is >= 0 and <= 1)
            ? new((float)color[0], (float)color[1], (float)color[2])
            : throw fields.Wrong("color", "three numbers from 0 to 1");
    }
}
