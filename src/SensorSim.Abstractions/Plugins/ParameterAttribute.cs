namespace SensorSim.Plugins;

/// <summary>Documents one property of a parameter record: shown by <c>plugins list</c>, checked before anything runs.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string description) : Attribute
{
    /// <summary>What the parameter means, one sentence.</summary>
    public string Description { get; } = description;

    /// <summary>The unit as printed: "s", "e-", "DN/e-", "um"; empty for a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Smallest allowed value; of a table, of each of its numbers.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Largest allowed value.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Most numbers of a table: every frame's record holds them all.</summary>
    public int MaxCount { get; init; } = 4096;

    /// <summary>
    /// The text names a file: the host finds it from the folder of the scenario (on the command line, from the working folder), refuses one that is not there, and records
    /// its digest. The record that a plugin gets has the full path; the dataset has the text as it was written.
    /// </summary>
    public bool IsFile { get; init; }
}
