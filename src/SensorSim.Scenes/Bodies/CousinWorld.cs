using SensorSim.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>A cousin as bodies.</summary>
/// <param name="Description">As everything is when the episode begins, without the velocities that it begins with.</param>
/// <param name="Dynamic">What moves by forces.</param>
/// <param name="Kinematic">What an animation or a path carries.</param>
public sealed record CousinWorld(WorldDescription Description, IReadOnlyList<BodyNode> Dynamic, IReadOnlyList<BodyNode> Kinematic);
