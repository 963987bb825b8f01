namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>What values a key takes. Readers check by it, messages quote it, and the published JSON Schema is made of it.</summary>
internal abstract record ValueSchema
{
    /// <summary>In words, for messages: "a number from 1 to 16384 (pixels)".</summary>
    public abstract string Expected { get; }
}
