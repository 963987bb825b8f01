namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>A mapping whose keys are made by a rule: what varies.</summary>
/// <param name="Meaning">For messages.</param>
/// <param name="Keys">Each kind of key: its name is a regular expression.</param>
internal sealed record PatternSchema(string Meaning, params IReadOnlyList<KeySchema> Keys) : ValueSchema
{
    public override string Expected => Meaning;
}
