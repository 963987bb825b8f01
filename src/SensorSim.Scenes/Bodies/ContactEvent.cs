namespace SensorSim.Scenes.Bodies;

/// <summary>Two bodies begin or cease to touch.</summary>
/// <param name="Seconds">On the episode's clock.</param>
/// <param name="BodyA">Place in the world's description.</param>
/// <param name="BodyB">The other.</param>
/// <param name="IsBeginning">Whether they begin to.</param>
public readonly record struct ContactEvent(double Seconds, int BodyA, int BodyB, bool IsBeginning);
