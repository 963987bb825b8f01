using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Counterfactuals;
using SensorSim.Scenes.Scenarios.Bodies;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Scenes.Cousins;

/// <summary>The physics of a sample.</summary>
public static class PhysicsVariation
{
    /// <summary>The settings with what was drawn for the world and for single objects.</summary>
    /// <param name="physics">As the scenario has them.</param>
    /// <param name="draws">Of a sample, by name.</param>
    /// <exception cref="ArgumentException">A draw names nothing that varies, or has a value that it does not take.</exception>
    public static PhysicsSettings Of(PhysicsSettings physics, IReadOnlyDictionary<string, JsonNode?> draws)
    {
        ArgumentNullException.ThrowIfNull(physics);
        ArgumentNullException.ThrowIfNull(draws);
        var drawn = new Dictionary<string, BodyProperties>(StringComparer.Ordinal);
        foreach ((string name, JsonNode? value) in draws)
        {
            if (value is not JsonValue number || CousinKey.Parse(name) is not { } key)
            {
                continue;
            }

            if (key.Family == CousinFamily.Physics)
            {
                CousinAttribute<PhysicsSettings> attribute = PhysicsAttributes.World.FirstOrDefault(one => one.Name == key.Attribute) ?? throw new ArgumentException($"The draw '{name}' is nothing of physics.", nameof(draws));
                physics = attribute.Apply(physics, number);
            }
            else if (key.Family == CousinFamily.Objects && PhysicsAttributes.Bodies.FirstOrDefault(one => one.Name == key.Attribute) is { } ofBody)
            {
                drawn[key.Name] = ofBody.Apply(drawn.GetValueOrDefault(key.Name), number);
            }
        }

        string? happening = draws.GetValueOrDefault(ScenarioEvent.Draw) is JsonValue named ? CousinAttributes.Text(named) : null;
        return physics with { Drawn = drawn, Events = EventAttributes.Drawn(physics.Events, draws), Happening = physics.Events.Any(one => one.Name == happening) ? happening : null };
    }
}
