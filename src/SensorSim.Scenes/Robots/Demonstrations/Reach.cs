namespace SensorSim.Scenes.Robots.Demonstrations;

/// <summary>How near an arm comes to a pose.</summary>
/// <param name="Positions">Of its joints, within their ranges.</param>
/// <param name="MissMetres">Of the hand.</param>
/// <param name="MissRadians">By which the hand is turned otherwise.</param>
internal readonly record struct Reach(double[] Positions, double MissMetres, double MissRadians);
