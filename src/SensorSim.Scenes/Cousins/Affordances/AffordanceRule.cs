using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Objects;

namespace SensorSim.Scenes.Cousins.Affordances;

/// <summary>What one object must go on allowing. A cousin that does not show the object keeps it.</summary>
/// <param name="setting">As it was written.</param>
/// <param name="thing">The object.</param>
internal abstract class AffordanceRule(AffordanceSetting setting, Instance thing) : ICousinRule
{
    protected Instance Thing => thing;

    public string? BrokenBy(SceneInstance cousin) => cousin.MeshOf(thing.Node) is { } mesh && !IsKept(cousin, mesh) ? $"affordance {thing.Name} {setting.Kind}" : null;

    public ScenarioError Starved(string problem, bool isOfTwin) => isOfTwin
        ? new(setting.Position, setting.Key, $"the twin itself, before anything is drawn, has '{thing.Name}' as no such {setting.Kind}: {problem}", "limits that the scene keeps")
        : new(setting.Position, setting.Key, $"'{thing.Name}' hardly ever remains a {setting.Kind}: {problem}", "less variation of what takes it away, or wider limits");

    /// <summary>Whether a cousin that shows the object keeps it.</summary>
    /// <param name="cousin">At the start of its episode.</param>
    /// <param name="mesh">What the object shows.</param>
    protected abstract bool IsKept(SceneInstance cousin, int mesh);
}
