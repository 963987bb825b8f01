namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Where the objects of one cousin are put.</summary>
/// <param name="Poses">Name of the object → pose; where something found no room, only what came before it.</param>
/// <param name="Refusal">What found no room; null when everything did.</param>
internal sealed record PlacementSolution(IReadOnlyDictionary<string, ObjectPose> Poses, Refusal? Refusal);
