namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary><c>cousins</c>.</summary>
internal static class CousinSchema
{
    /// <summary>JSON numbers are exact up to here.</summary>
    public const ulong MaximumSeed = (1UL << 53) - 1;

    public static MappingSchema Cousins { get; } = new(
        new("count", new IntegerSchema(1, CousinSettings.MaximumCount), "How many samples.", "500") { Default = "1" },
        new("seed", new IntegerSchema(0, MaximumSeed), "Seed of every draw; --seed overrides it.", "7") { Default = "0" },
        new("strategy", new WordSchema("independent"), "How the draws of samples relate.", "independent") { Default = "independent" },
        new("vary", new PatternSchema("a mapping of keys like \"lights.*.intensity\" to distributions"), "What varies.", "{ \"lights.*.intensity\": { log_uniform: [0.1, 1] } }"));
}
