namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>An object that is to be placed.</summary>
/// <param name="Name">Of the object.</param>
/// <param name="Node">Its node.</param>
/// <param name="Body">As it is shown.</param>
internal sealed record Placee(string Name, int Node, PlacedShape Body);
