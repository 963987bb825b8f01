using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>What values a key takes. Readers check by it, messages quote it, and the published JSON Schema is made of it.</summary>
internal abstract record ValueSchema
{
    /// <summary>In words, for messages: "a number from 1 to 16384 (pixels)".</summary>
    public abstract string Expected { get; }

    /// <summary>The kinds of value that a name or a choice stands for; itself where it stands for none.</summary>
    public virtual IEnumerable<ValueSchema> Alternatives => [this];

    /// <summary>Whether some such value is written as this one is: a mapping, a list or a scalar.</summary>
    public bool HasShapeOf(LocatedNode node) => Alternatives.Any(kind => kind switch
    {
        MappingSchema or PatternSchema => node is LocatedMapping,
        ListSchema => node is LocatedSequence,
        DefinedSchema => false,
        _ => node is LocatedScalar { IsNull: false },
    });
}
