namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>A finite number.</summary>
/// <param name="Range">Its limits and its unit.</param>
internal sealed record NumberSchema(NumberRange Range) : ValueSchema
{
    public override string Expected => Range.Describe("a number");
}
