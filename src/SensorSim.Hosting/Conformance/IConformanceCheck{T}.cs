namespace SensorSim.Hosting.Conformance;

/// <summary>A promise that plugins make by what they declare, and how to see whether one keeps it.</summary>
/// <typeparam name="T">What is looked at.</typeparam>
internal interface IConformanceCheck<in T>
{
    /// <summary>Stable name: scripts rely on it.</summary>
    string Id { get; }

    /// <summary>One sentence.</summary>
    string Promise { get; }

    /// <summary>Looks.</summary>
    Finding Examine(T subject);
}
