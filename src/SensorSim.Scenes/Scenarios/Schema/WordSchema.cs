using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>One of some words.</summary>
internal sealed record WordSchema(params IReadOnlyList<string> Words) : ValueSchema
{
    public override string Expected => ScalarReader.OneOf(Words);
}
