namespace SensorSim.Datasets;

/// <summary>A piece of a demonstration in an episode.</summary>
/// <param name="Object">What leads the hand; null is a way between two objects.</param>
/// <param name="StartS">On the episode's clock, seconds.</param>
/// <param name="EndS">On the same.</param>
/// <param name="ShiftM">By how much the object is elsewhere than where it was shown, along world axes, metres.</param>
/// <param name="TurnDeg">By how much the hand is turned with it, degrees, counter-clockwise as seen from above: by that of the object's looks that turns it least.</param>
public sealed record DemonstrationSegmentRecord(string? Object, double StartS, double EndS, IReadOnlyList<double> ShiftM, double TurnDeg);
