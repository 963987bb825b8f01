namespace SensorSim.Scenes.Cousins.Rules;

/// <summary>How two numbers are compared; in snake_case the key of a condition.</summary>
public enum Comparison
{
    Above,
    AtLeast,
    Below,
    AtMost,
}
