using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Composition;

/// <summary>One lamp that a scenario adds to its scene.</summary>
/// <param name="Name">Of its node.</param>
/// <param name="Light">What it is.</param>
/// <param name="At">Where it is: metres, world.</param>
/// <param name="Turn">A unit quaternion; unturned it shines along -Z.</param>
public sealed record AddedLamp(string Name, Light Light, Vector3d At, Quaterniond Turn);
