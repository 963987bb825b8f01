using SensorSim.Geometry;

namespace SensorSim.Cameras;

/// <summary>Parallel rays along +Z; nothing behind the plane through the camera is seen.</summary>
internal sealed record OrthographicProjection : CameraProjection
{
    public override string Model => "orthographic";

    public override ImagePoint? Project(in Vector3d point) => point.Z > 0 ? new(point.X, point.Y) : null;

    public override CameraRay? Unproject(in ImagePoint place) => new(new(place.X, place.Y, 0), Vector3d.UnitZ);
}
