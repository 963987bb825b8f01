using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>Where a body touches or nearly touches what is fixed.</summary>
/// <param name="Point">On the body, world space.</param>
/// <param name="Normal">Away from what is fixed, unit length.</param>
/// <param name="Distance">Metres between the two.</param>
internal readonly record struct Contact(Vector3d Point, Vector3d Normal, double Distance);
