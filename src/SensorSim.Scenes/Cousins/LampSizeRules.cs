using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Lights;

namespace SensorSim.Scenes.Cousins;

/// <summary>Whether the size that a rule gives its lamps means something for one of them.</summary>
internal static class LampSizeRules
{
    /// <summary>A size that none of the lamps has changes nothing: it is meant for another lamp.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="index">Its place in the list.</param>
    /// <param name="kinds">Of the lamps that it matches.</param>
    public static IEnumerable<ScenarioError> Check(LightRule rule, int index, LightKind[] kinds)
    {
        if (kinds.Length > 0 && rule.Size?.AngularDiameterDegrees is not null && !kinds.Contains(LightKind.Directional))
        {
            yield return new(rule.Position, $"lights[{index}].angular_diameter_deg", $"'{rule.Match}' is no directional light", "radius_m for a point or spot light");
        }

        if (kinds.Length > 0 && rule.Size?.RadiusMetres is not null && Array.TrueForAll(kinds, kind => kind == LightKind.Directional))
        {
            yield return new(rule.Position, $"lights[{index}].radius_m", $"'{rule.Match}' is a directional light", "angular_diameter_deg for a directional light");
        }
    }
}
