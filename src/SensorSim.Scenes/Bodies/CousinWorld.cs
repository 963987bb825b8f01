using SensorSim.Physics;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Bodies;

/// <summary>A cousin as bodies.</summary>
/// <param name="Near">Around everything whose surroundings are there: what moves by forces must not leave it.</param>
/// <param name="ReachMetres">How far that box reaches beyond what moves by forces, as the episode begins.</param>
/// <param name="Description">As everything is when the episode begins, without the velocities that it begins with.</param>
/// <param name="Dynamic">What moves by forces.</param>
/// <param name="Kinematic">What an animation or a path carries.</param>
public sealed record CousinWorld(Box Near, double ReachMetres, WorldDescription Description, IReadOnlyList<BodyNode> Dynamic, IReadOnlyList<BodyNode> Kinematic);
