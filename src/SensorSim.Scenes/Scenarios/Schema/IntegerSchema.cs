namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>A whole number.</summary>
/// <param name="Min">Smallest.</param>
/// <param name="Max">Largest.</param>
/// <param name="Unit">As a person writes it; empty for a pure number.</param>
internal sealed record IntegerSchema(ulong Min, ulong Max, string Unit = "") : ValueSchema
{
    public override string Expected => $"a whole number from {Min} to {Max}{(Unit.Length > 0 ? $" ({Unit})" : "")}";
}
