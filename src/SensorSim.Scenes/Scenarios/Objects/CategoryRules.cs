namespace SensorSim.Scenes.Scenarios.Objects;

/// <summary>How objects get their category.</summary>
/// <param name="ExtrasKey">The key of a node's <c>extras</c> that names its category.</param>
/// <param name="NodeNameFallback">
/// An object without that key takes its name less trailing digits and separators ("box_3" → "box"); false leaves it unlabelled.
/// </param>
/// <param name="Names">Categories that come first, in this order; the rest follow in ordinal order.</param>
public sealed record CategoryRules(string ExtrasKey, bool NodeNameFallback, IReadOnlyList<string> Names)
{
    public static CategoryRules Default { get; } = new("category", NodeNameFallback: true, []);
}
