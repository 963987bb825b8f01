namespace SensorSim.Scenes.Scenarios.Bodies;

/// <summary>How far a simulation may go beside the laws of mechanics before its episode is rejected.</summary>
/// <param name="PenetrationMetres">How deep bodies may be in each other.</param>
/// <param name="EnergyShare">How much energy may come from nowhere, as a share of the largest that was in motion or fell.</param>
public sealed record PhysicsLimits(double PenetrationMetres = 0.02, double EnergyShare = 0.05);
