namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>A joint of a robot.</summary>
/// <param name="Name">As scenarios and trajectories call it.</param>
/// <param name="Type">revolute, prismatic, ball or free.</param>
/// <param name="Node">The node that it moves.</param>
/// <param name="Body">That node's name.</param>
/// <param name="Unit">rad or m; null of a joint with several numbers.</param>
/// <param name="Lower">Least position; null is without end.</param>
/// <param name="Upper">Largest position; null is without end.</param>
/// <param name="Position">Where it stands in the file.</param>
/// <param name="Follows">The joint that it is coupled to; null of a free one.</param>
public sealed record RobotJointSummary(string Name, string Type, int Node, string? Body, string? Unit, double? Lower, double? Upper, IReadOnlyList<double> Position, string? Follows);
