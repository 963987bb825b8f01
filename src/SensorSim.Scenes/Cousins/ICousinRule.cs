using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins;

/// <summary>What every cousin must keep; one that does not is drawn again. A pure function of the cousin; any thread may ask.</summary>
public interface ICousinRule
{
    /// <summary>What a cousin breaks, in words that the record counts by ("affordance bin_1 container"); null for a cousin that may be.</summary>
    /// <param name="cousin">At the start of its episode.</param>
    string? BrokenBy(SceneInstance cousin);

    /// <summary>The error of a scenario whose samples hardly ever keep it.</summary>
    /// <param name="problem">Which sample, and what was refused how often.</param>
    /// <param name="isOfTwin">Whether the scene itself breaks it, before anything is drawn.</param>
    ScenarioError Starved(string problem, bool isOfTwin);
}
