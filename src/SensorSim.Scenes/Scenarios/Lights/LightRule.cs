using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Scenarios.Lights;

/// <summary>What the scenario says about some lamps of the scene.</summary>
/// <param name="Match">Pattern over lamp names: '*' any run of characters, '?' any one.</param>
/// <param name="Flicker">The waveform; null is steady.</param>
/// <param name="Position">Where the pattern was written.</param>
public sealed record LightRule(string Match, PluginUse? Flicker, SourcePosition Position)
{
    /// <summary>The size of their sources; null leaves the file's.</summary>
    public LightSize? Size { get; init; }
}
