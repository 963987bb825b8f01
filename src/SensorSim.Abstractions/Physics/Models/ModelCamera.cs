using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>A camera of an <see cref="ArticulatedModel"/>: it looks along −Z with +Y up.</summary>
/// <param name="Name">As the file says.</param>
/// <param name="Body">Place of the body that carries it.</param>
/// <param name="Pose">In that body.</param>
/// <param name="VerticalFieldOfView">Radians.</param>
public sealed record ModelCamera(string Name, int Body, Pose Pose, double VerticalFieldOfView);
