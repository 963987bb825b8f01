namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>true or false.</summary>
internal sealed record TruthSchema : ValueSchema
{
    public override string Expected => "true or false";
}
