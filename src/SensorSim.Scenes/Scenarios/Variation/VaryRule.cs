using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Variation;

/// <summary>One line of <c>cousins.vary</c>: "lights.ceiling*.intensity" and what its values are drawn from.</summary>
/// <param name="Key">As written: family, pattern over names, attribute.</param>
/// <param name="Distribution">What each matched thing draws from, by itself.</param>
/// <param name="KeyPosition">Where the key was written.</param>
/// <param name="ValuePosition">Where the distribution was written.</param>
public sealed record VaryRule(string Key, Distribution Distribution, SourcePosition KeyPosition, SourcePosition ValuePosition)
{
    /// <summary>Path of the key, for messages.</summary>
    public string Path { get; init; } = KeyPath.Of("cousins.vary", Key);

    /// <summary>Of items: what the scene leaves of the distribution; null leaves all.</summary>
    public ItemSelection? Selection { get; init; }

    /// <summary>Of waveforms: what each name stands for.</summary>
    public IReadOnlyDictionary<string, PluginUse> Waveforms { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, PluginUse>.Empty;

    /// <summary>What it draws from instead where other draws have certain values; the first that holds.</summary>
    public IReadOnlyList<DistributionCase> Cases { get; init; } = [];

    /// <summary>Every distribution that it may be drawn from.</summary>
    public IEnumerable<Distribution> Distributions => Cases.Select(one => one.Use).Append(Distribution);
}
