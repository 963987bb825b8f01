namespace SensorSim.Datasets;

/// <summary>Two objects that touch, all their points together.</summary>
/// <param name="A">Name of an object.</param>
/// <param name="B">Name of the other.</param>
/// <param name="PointM">The middle of the points, world space, metres.</param>
/// <param name="Normal">From A to B, of length 1.</param>
/// <param name="ImpulseNS">What A gave to B during one step of the simulation, N s.</param>
/// <param name="DepthM">How far one is inside the other, metres; below 0 is a gap.</param>
public sealed record ContactRecord(string A, string B, IReadOnlyList<double> PointM, IReadOnlyList<double> Normal, IReadOnlyList<double> ImpulseNS, double DepthM);
