namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>Something that has a name of its own in the published schema: it is used in several places, holds itself, or is known to the host alone.</summary>
/// <param name="Name">Its name below <c>$defs</c>.</param>
/// <param name="Meaning">For messages.</param>
/// <param name="Define">Makes what it is, once; null where the host defines it.</param>
internal sealed record DefinedSchema(string Name, string Meaning, Func<ValueSchema>? Define = null) : ValueSchema
{
    private readonly Lazy<ValueSchema>? _definition = Define is null ? null : new(Define);

    /// <summary>What it is; null where the host defines it.</summary>
    public ValueSchema? Definition => _definition?.Value;

    public override string Expected => Meaning;

    public override IEnumerable<ValueSchema> Alternatives => Definition?.Alternatives ?? [this];
}
