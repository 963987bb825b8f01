namespace SensorSim.Scenes.Model;

/// <summary>One property of one node over time.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="Property">What moves.</param>
/// <param name="Track">Its values.</param>
public sealed record AnimationChannel(int Node, AnimatedProperty Property, KeyframeTrack Track);
