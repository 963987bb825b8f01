using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>lights.PATTERN.flicker</c> under <c>cousins.vary</c>: waveforms to choose from, each with parameters of its own.</summary>
internal static class WaveformChoiceSection
{
    /// <summary>No waveform.</summary>
    public const string Steady = "steady";

    /// <summary>The distribution with each waveform by the name that draws have: what the plugin's id and parameters say in one line.</summary>
    /// <param name="node">As written: <see cref="Steady"/>, ids of plugins, and mappings <c>{ use: PLUGIN, parameter: value }</c>.</param>
    /// <param name="path">Its key.</param>
    /// <param name="log">Receives errors and the uses.</param>
    /// <param name="waveforms">Receives the waveforms by name.</param>
    public static LocatedNode Named(LocatedNode node, string path, ReadingLog log, Dictionary<string, PluginUse> waveforms) =>
        WrittenValues.Map(node, path, (value, at) => Name(value, at, log, waveforms));

    private static LocatedNode Name(LocatedNode value, string path, ReadingLog log, Dictionary<string, PluginUse> waveforms)
    {
        if (value is LocatedSequence or LocatedScalar { IsBlank: true } or LocatedScalar { Text: Steady })
        {
            return value;
        }

        LocatedNode mapping = value is LocatedScalar id ? new LocatedMapping(id.Position, [new(new(id.Position, "use", IsPlain: true), id)]) : value;
        if (PluginSection.Read(mapping, path, LightSection.DefaultWaveform, log) is not { } use)
        {
            // Reported; its place tells it apart from what else is wrong.
            return new LocatedScalar(value.Position, path, IsPlain: false);
        }

        waveforms[use.InOneLine] = use;
        return new LocatedScalar(value.Position, use.Enabled ? use.InOneLine : Steady, IsPlain: false);
    }
}
