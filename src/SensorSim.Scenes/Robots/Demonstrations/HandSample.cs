using SensorSim.Geometry;

namespace SensorSim.Scenes.Robots.Demonstrations;

/// <summary>Where a hand should be at an instant.</summary>
/// <param name="Seconds">On the clock that begins with the demonstration.</param>
/// <param name="RecordedSeconds">On the recording's: what fingers do then.</param>
/// <param name="Hand">In world space.</param>
/// <param name="Way">Number of the way or bridge that leads to it, which may take longer where joints would be too fast; null where an object leads the hand, in the time that was shown.</param>
internal readonly record struct HandSample(double Seconds, double RecordedSeconds, Pose Hand, int? Way);
