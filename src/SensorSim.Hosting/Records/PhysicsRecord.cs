using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Bodies;
using static SensorSim.Hosting.Records.RecordValues;

namespace SensorSim.Hosting.Records;

/// <summary>How bodies moved, as records have it: with the draws all that another run of the same library needs.</summary>
internal static class PhysicsRecord
{
    public static JsonObject? ToJson(PhysicsSettings? physics, string? library)
    {
        if (physics is null)
        {
            return null;
        }

        JsonObject json = Settings(physics, library);
        if (physics.Evidence is { } evidence)
        {
            json["evidence"] = evidence.DeepClone();
        }

        return json;
    }

    private static JsonObject Settings(PhysicsSettings physics, string? library) => new()
    {
        ["backend"] = physics.Backend.Use,
        ["parameters"] = new JsonObject(physics.Backend.Parameters.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))),
        ["library"] = library,
        ["rate_hz"] = physics.RateHz,
        ["settle_s"] = physics.SettleSeconds,
        ["gravity_m_s2"] = physics.Gravity,
        ["everything"] = ToJson(physics.Everything),
        ["bodies"] = new JsonArray([.. physics.Bodies.Select(ToJson)]),
        ["penetration_limit_m"] = physics.Limits.PenetrationMetres,
        ["energy_limit"] = physics.Limits.EnergyShare,
        ["events"] = new JsonArray([.. physics.Events.Select(EventJson.ToJson)]),
    };

    /// <exception cref="FormatException">A value that no run writes.</exception>
    public static PhysicsSettings FromJson(JsonFields fields) => new(new PluginUse(fields.Text("backend"), fields.Map("parameters", JsonFields.NodeOf)))
    {
        RateHz = fields.Positive("rate_hz"),
        Evidence = fields.OptionalObject("evidence") is null ? null : fields.Tree("evidence"),
        SettleSeconds = fields.NonNegative("settle_s"),
        Gravity = fields.NonNegative("gravity_m_s2"),
        Everything = PropertiesOf(fields.Object("everything")),
        Bodies = fields.List("bodies", (json, path) => RuleOf(new(json, path))),
        Limits = fields.OptionalNumber("penetration_limit_m") is null ? new() : new(fields.Positive("penetration_limit_m"), fields.Positive("energy_limit")),
        Events = fields.OptionalList("events", (json, path) => EventJson.Of(new(json, path))) ?? [],
    };

    private static JsonObject ToJson(BodyProperties properties) => new()
    {
        ["mass_kg"] = properties.MassKg,
        ["density_kg_m3"] = properties.Density,
        ["friction"] = properties.Friction,
        ["restitution"] = properties.Restitution,
    };

    private static BodyProperties PropertiesOf(JsonFields fields) => new()
    {
        MassKg = fields.OptionalNumber("mass_kg"),
        Density = fields.OptionalNumber("density_kg_m3"),
        Friction = fields.OptionalNumber("friction"),
        Restitution = fields.OptionalNumber("restitution"),
    };

    private static JsonNode ToJson(BodyRule rule) => new JsonObject
    {
        ["match"] = rule.Match,
        ["motion"] = rule.Motion is { } motion ? WordOf(motion) : null,
        ["shape"] = rule.Shape is { } shape ? WordOf(shape) : null,
        ["properties"] = ToJson(rule.Properties),
        ["held"] = rule.Hold is { } hold ? new JsonObject { ["by"] = hold.By, ["from_s"] = hold.FromSeconds, ["until_s"] = hold.UntilSeconds } : null,
        ["velocity_m_s"] = NumbersOf(rule.Velocity),
        ["angular_velocity_deg_s"] = NumbersOf(rule.AngularVelocityDegrees),
    };

    private static BodyRule RuleOf(JsonFields fields) => new(fields.Text("match"), WordIn<BodyMotion>(fields, "motion"), default)
    {
        Shape = WordIn<BodyShape>(fields, "shape"),
        Properties = PropertiesOf(fields.Object("properties")),
        Hold = fields.OptionalObject("held") is { } held ? new(held.OptionalText("by"), held.Number("from_s"), held.Number("until_s")) : null,
        Velocity = VectorIn(fields, "velocity_m_s"),
        AngularVelocityDegrees = VectorIn(fields, "angular_velocity_deg_s"),
    };
}
