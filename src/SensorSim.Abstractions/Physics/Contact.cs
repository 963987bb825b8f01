using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>One point in which two bodies touched during the last step.</summary>
/// <param name="BodyA">Place in <see cref="WorldDescription.Bodies"/>; smaller than that of <paramref name="BodyB"/>.</param>
/// <param name="BodyB">The other.</param>
/// <param name="Point">In the world, metres, as the step began.</param>
/// <param name="Normal">Unit length, from A to B.</param>
/// <param name="Impulse">What A gave to B during the step, along the normal and by friction, N s; B gave the opposite to A.</param>
/// <param name="DepthMetres">How far one was inside the other as the step began; below 0 is a gap.</param>
public readonly record struct Contact(int BodyA, int BodyB, Vector3d Point, Vector3d Normal, Vector3d Impulse, double DepthMetres);
