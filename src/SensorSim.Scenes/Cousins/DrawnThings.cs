using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Objects;

namespace SensorSim.Scenes.Cousins;

/// <summary>The names over which the pattern of a key goes.</summary>
/// <param name="names">Of the scene's parts.</param>
/// <param name="scenario">Which has cameras and adds objects and lamps.</param>
internal sealed class DrawnThings(SceneNames names, Scenario scenario)
{
    /// <summary>Of a key's kind of things, in their order.</summary>
    public string[] Of(CousinKey key) => key.Family switch
    {
        CousinFamily.Objects when key.Attribute == CousinAttributes.Count => GroupsOf(scenario.Objects),
        CousinFamily.Lights when key.Attribute == CousinAttributes.Count => GroupsOf(scenario.Lamps),
        CousinFamily.Lights => [.. names.Lamps.Select(l => l.Name)],
        CousinFamily.Materials => [.. names.Materials],
        CousinFamily.Objects => [.. names.Objects.Select(o => o.Name)],
        CousinFamily.Cameras => [.. scenario.Cameras.Select(camera => camera.Name)],
        CousinFamily.Events => [.. scenario.Events.Select(one => one.Name)],
        _ => [],
    };

    /// <summary>What such a thing is, for messages.</summary>
    public static string Noun(CousinKey key) => key.Family switch
    {
        CousinFamily.Objects when key.Attribute == CousinAttributes.Count => "group of added objects",
        CousinFamily.Lights when key.Attribute == CousinAttributes.Count => "group of added lamps",
        CousinFamily.Lights => "lamp of the scene",
        CousinFamily.Materials => "material of the scene",
        CousinFamily.Cameras => "camera of the scenario",
        CousinFamily.Events => "event of the scenario",
        _ => "object of the scene",
    };

    private static string[] GroupsOf(IReadOnlyList<AddedThings> added) => [.. added.Where(group => group.Count is not null).Select(group => group.Name)];
}
