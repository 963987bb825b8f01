using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>One line of <c>cousins.vary</c> with poses: "objects.part_*.pose".</summary>
/// <param name="Key">As written.</param>
/// <param name="Rule">Where the matched objects are put.</param>
/// <param name="KeyPosition">Where the key was written.</param>
/// <param name="ValuePosition">Where the rule was written.</param>
public sealed record PlacementSetting(string Key, PlacementRule Rule, SourcePosition KeyPosition, SourcePosition ValuePosition);
