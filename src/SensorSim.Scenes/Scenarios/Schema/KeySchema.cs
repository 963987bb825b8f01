namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>One key of a mapping.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Value">What it takes.</param>
/// <param name="Description">What it means: a sentence that an editor shows.</param>
/// <param name="Example">A right value as YAML, for messages and editors.</param>
internal sealed record KeySchema(string Name, ValueSchema Value, string Description, string Example)
{
    /// <summary>The mapping is wrong without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What holds without it, as YAML; null where the description says it.</summary>
    public string? Default { get; init; }

    /// <summary>A key that means nothing without this other one.</summary>
    public string? Needs { get; init; }

    /// <summary>What other programs call it, for whoever writes that.</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];

    /// <summary>Where <see cref="Name"/> is a regular expression, a key that it matches.</summary>
    public string Sample { get; init; } = Name;
}
