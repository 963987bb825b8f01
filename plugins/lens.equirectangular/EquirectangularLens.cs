using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Plugins.LensEquirectangular;

/// <summary>x = longitude = atan2(X, Z), y = latitude downwards = atan2(Y, √(X² + Z²)), radians.</summary>
public sealed class EquirectangularLens : Lens<EquirectangularParameters>
{
    public override double? DefaultHorizontalFieldOfViewDegrees => 360;

    public override double? HorizontalPeriod => Math.Tau;

    public override ImagePoint? Project(EquirectangularParameters parameters, in Vector3d direction) => new(
        Math.Atan2(direction.X, direction.Z), Math.Atan2(direction.Y, Math.Sqrt((direction.X * direction.X) + (direction.Z * direction.Z))));

    public override Vector3d? Unproject(EquirectangularParameters parameters, in ImagePoint place)
    {
        if (Math.Abs(place.X) > Math.PI || Math.Abs(place.Y) > Math.PI / 2)
        {
            return null;
        }

        (double sinLongitude, double cosLongitude) = Math.SinCos(place.X);
        (double sinLatitude, double cosLatitude) = Math.SinCos(place.Y);
        return new(cosLatitude * sinLongitude, sinLatitude, cosLatitude * cosLongitude);
    }
}
