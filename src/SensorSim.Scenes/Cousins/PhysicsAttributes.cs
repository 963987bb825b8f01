using System.Text.Json.Nodes;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Scenes.Cousins;

/// <summary>Everything that a scenario can vary of how bodies move.</summary>
internal static class PhysicsAttributes
{
    public const string Mass = "mass_kg";

    public const string Density = "density_kg_m3";

    private static readonly ValueRule s_density = ValueRule.Number(new(0.01, 1e5, "kilograms per cubic metre"));

    private static readonly ValueRule s_friction = ValueRule.Number(new(0, 10, "coefficient of dry friction"));

    private static readonly ValueRule s_restitution = ValueRule.Number(new(0, 1, "share of its speed with which a body comes back from a hit"));

    /// <summary>Of the world as a whole.</summary>
    public static IReadOnlyList<CousinAttribute<PhysicsSettings>> World { get; } =
    [
        new("gravity_m_s2", ValueRule.Number(new(0, 1000, "metres per second squared, downwards")), (physics, v) => physics with { Gravity = Number(v) }) { Example = "{ uniform: [9.7, 9.9] }" },
        OfEverything(Density, s_density, (all, value) => all with { Density = value }, "[300, 700, 2700]"),
        OfEverything("friction", s_friction, (all, value) => all with { Friction = value }, "{ uniform: [0.05, 0.9] }"),
        OfEverything("restitution", s_restitution, (all, value) => all with { Restitution = value }, "{ uniform: [0, 0.6] }"),
    ];

    /// <summary>Of single objects.</summary>
    public static IReadOnlyList<CousinAttribute<BodyProperties>> Bodies { get; } =
    [
        new(Mass, ValueRule.Number(new(1e-6, 1e6, "kilograms")), (body, v) => body with { MassKg = Number(v) }) { Example = "{ log_uniform: [0.1, 10] }" },
        new(Density, s_density, (body, v) => body with { Density = Number(v) }) { Example = "[300, 700, 2700]" },
        new("friction", s_friction, (body, v) => body with { Friction = Number(v) }) { Example = "{ uniform: [0.05, 0.9] }" },
        new("restitution", s_restitution, (body, v) => body with { Restitution = Number(v) }) { Example = "{ uniform: [0, 0.6] }" },
    ];

    private static CousinAttribute<PhysicsSettings> OfEverything(string name, ValueRule values, Func<BodyProperties, double, BodyProperties> with, string example) =>
        new(name, values, (physics, v) => physics with { Everything = with(physics.Everything, Number(v)) }) { Example = example };

    private static double Number(JsonValue value) => CousinAttributes.Number(value);
}
