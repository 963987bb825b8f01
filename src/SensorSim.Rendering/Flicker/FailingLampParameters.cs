using SensorSim.Lights;

namespace SensorSim.Rendering.Flicker;

/// <summary>When a lamp fails.</summary>
public sealed record FailingLampParameters
{
    /// <summary>How it runs until then; null is steady.</summary>
    public LampWaveform? Before { get; init; }

    /// <summary>On the episode's clock.</summary>
    public double Seconds { get; init; }
}
