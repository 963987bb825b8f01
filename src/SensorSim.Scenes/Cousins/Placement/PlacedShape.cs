using SensorSim.Geometry;
using SensorSim.Scenes.Collision;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>An object as it is placed: what hangs on it goes along.</summary>
/// <param name="Shape">In the space of the object's node, but stretched as it is in the world.</param>
/// <param name="Box">Around the object's own surface, in the same space.</param>
/// <param name="Mass">Of what its surface holds, or its pieces where that is open; in the same space.</param>
/// <param name="Stretch">What is left of the node's transform without turn and shift.</param>
/// <param name="Upright">How the object is turned as the scene has it.</param>
internal sealed record PlacedShape(RigidShape Shape, Box Box, MassProperties Mass, Matrix4x4d Stretch, Quaterniond Upright)
{
    /// <summary>The node's transform to the world when its centre of mass is at a pose.</summary>
    public Matrix4x4d NodeToWorld(RigidPose centre) => Shape.ToObject(centre).ToMatrix() * Stretch;
}
