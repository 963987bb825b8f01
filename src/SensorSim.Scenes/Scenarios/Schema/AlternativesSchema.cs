namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>One of several kinds of value.</summary>
/// <param name="Meaning">All of them, for messages.</param>
/// <param name="Kinds">What each is.</param>
internal sealed record AlternativesSchema(string Meaning, params IReadOnlyList<ValueSchema> Kinds) : ValueSchema
{
    public override string Expected => Meaning;

    public override IEnumerable<ValueSchema> Alternatives => Kinds.SelectMany(kind => kind.Alternatives);
}
