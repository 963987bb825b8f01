namespace SensorSim.Scenes.Bodies;

/// <summary>All bodies of a cousin, near and far.</summary>
/// <param name="World">As a backend would get it.</param>
/// <param name="Bodies">By their place in the world's description.</param>
/// <param name="Untouchable">Objects that touch nothing, because the file gives them no collider.</param>
public sealed record InspectedWorld(CousinWorld World, IReadOnlyList<InspectedBody> Bodies, IReadOnlyList<string> Untouchable);
