using SensorSim.Geometry;

namespace SensorSim.Scenes.Robots.Demonstrations;

/// <summary>A segment of a demonstration where a sample has its object.</summary>
/// <param name="Object">What leads the hand; null is a way between two objects.</param>
/// <param name="StartSeconds">On the clock that begins with the demonstration.</param>
/// <param name="EndSeconds">On the same.</param>
/// <param name="Shift">By how much its object is elsewhere than where it was shown, along world axes, metres.</param>
/// <param name="TurnDegrees">By how much the hand is turned with it, about an axis that points upwards: that of the object's looks that turns it least.</param>
public sealed record AdaptedSegment(string? Object, double StartSeconds, double EndSeconds, Vector3d Shift, double TurnDegrees);
