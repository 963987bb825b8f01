namespace SensorSim.Scenes.Model;

/// <summary>One lamp of a cousin.</summary>
/// <param name="Name">Name of the light's node, else of the light; unique by a suffix. Scenario patterns match it.</param>
/// <param name="Node">Index of the node that carries the light.</param>
/// <param name="Light">The light after the draws.</param>
/// <param name="Waveform">How it flickers; null is steady.</param>
public sealed record LampState(string Name, int Node, Light Light, PluginUse? Waveform)
{
    /// <summary>Seconds of the episode from which on the lamp is dark; null shines to the end.</summary>
    public double? FailsAtSeconds { get; init; }
}
