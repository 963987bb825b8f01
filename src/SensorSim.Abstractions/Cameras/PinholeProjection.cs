using SensorSim.Geometry;

namespace SensorSim.Cameras;

/// <summary>X / Z, Y / Z.</summary>
internal sealed record PinholeProjection : CameraProjection
{
    public override string Model => "pinhole";

    public override ImagePoint? Project(in Vector3d point) => point.Z > 0 ? new(point.X / point.Z, point.Y / point.Z) : null;

    public override CameraRay? Unproject(in ImagePoint place) => new(Vector3d.Zero, new(place.X, place.Y, 1));
}
