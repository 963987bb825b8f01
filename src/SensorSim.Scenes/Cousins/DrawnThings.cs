using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins;

/// <summary>The names over which the pattern of a key goes.</summary>
/// <param name="names">Of the scene's parts.</param>
/// <param name="scenario">Which has cameras and adds objects.</param>
internal sealed class DrawnThings(SceneNames names, Scenario scenario)
{
    /// <summary>Of a key's kind of things, in their order.</summary>
    public string[] Of(CousinKey key) => key.Family switch
    {
        CousinFamily.Objects when key.Attribute == CousinAttributes.Count => [.. scenario.Objects.Where(group => group.Count is not null).Select(group => group.Name)],
        CousinFamily.Lights => [.. names.Lamps.Select(l => l.Name)],
        CousinFamily.Materials => [.. names.Materials],
        CousinFamily.Objects => [.. names.Objects.Select(o => o.Name)],
        CousinFamily.Cameras => [.. scenario.Cameras.Select(camera => camera.Name)],
        _ => [],
    };

    /// <summary>What such a thing is, for messages.</summary>
    public static string Noun(CousinKey key) => key.Family switch
    {
        CousinFamily.Objects when key.Attribute == CousinAttributes.Count => "group of added objects",
        CousinFamily.Lights => "lamp of the scene",
        CousinFamily.Materials => "material of the scene",
        CousinFamily.Cameras => "camera of the scenario",
        _ => "object of the scene",
    };
}
