using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Scenes.Cousins;

/// <summary>A drawn parameter of lamps' waveforms.</summary>
/// <param name="Rule">The line of <c>cousins.vary</c>.</param>
/// <param name="Path">Path of the key, for messages.</param>
/// <param name="Parameter">Of the waveform's plugin.</param>
/// <param name="Waveforms">Of the lamps, as the scenario has them.</param>
public sealed record FlickerDraw(VaryRule Rule, string Path, string Parameter, IReadOnlyList<PluginUse> Waveforms);
