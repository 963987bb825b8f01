using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Scenes.Bodies;

/// <summary>A body that forces move, before anything is known of its shape.</summary>
/// <param name="Name">As its object's.</param>
/// <param name="Node">Its index.</param>
/// <param name="Said">What the sample or the scenario says of it alone.</param>
/// <param name="Falls">Whether gravity pulls it down, and neither a joint nor a hand holds it.</param>
public sealed record DynamicBody(string Name, int Node, BodyProperties Said, bool Falls);
