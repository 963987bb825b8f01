namespace SensorSim.Cameras;

/// <summary>A place in an image: pixels (an integer is a pixel's centre), or units of the focal length where a projection says so.</summary>
public readonly record struct ImagePoint(double X, double Y);
