using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Plugins.LensBrownConrady;

/// <summary>
/// The homography of a sensor that is turned by τx, then τy (Louhichi et al. 2007, as in OpenCV): R = Ry(τy) Rx(τx), and
/// w = [R33 0 −R13; 0 R33 −R23; 0 0 1] R (x, y, 1).
/// </summary>
internal readonly struct SensorTilt
{
    private readonly Matrix4x4d? _rotation;

    public SensorTilt(double tauX, double tauY)
    {
        if (tauX == 0 && tauY == 0)
        {
            return;
        }

        (double sinX, double cosX) = Math.SinCos(tauX);
        (double sinY, double cosY) = Math.SinCos(tauY);
        _rotation = Matrix4x4d.FromAxes(
            new(cosY, 0, sinY), new(sinY * sinX, cosX, -cosY * sinX), new(-sinY * cosX, sinX, cosY * cosX), Vector3d.Zero);
    }

    /// <summary>Null for rays that never meet the tilted sensor: it would show them once more, on its other side.</summary>
    public ImagePoint? Apply(in ImagePoint place)
    {
        if (_rotation is not { } r)
        {
            return place;
        }

        Vector3d turned = r.TransformDirection(new(place.X, place.Y, 1));
        return turned.Z <= 0 ? null : new ImagePoint(((r.M33 * turned.X) - (r.M13 * turned.Z)) / turned.Z, ((r.M33 * turned.Y) - (r.M23 * turned.Z)) / turned.Z);
    }

    /// <summary>Null for places of the sensor that lie behind the lens.</summary>
    public ImagePoint? Undo(in ImagePoint place)
    {
        if (_rotation is not { } r)
        {
            return place;
        }

        Vector3d turned = new((place.X + r.M13) / r.M33, (place.Y + r.M23) / r.M33, 1);
        Vector3d back = r.InverseAffine().TransformDirection(turned);
        return back.Z <= 0 ? null : new ImagePoint(back.X / back.Z, back.Y / back.Z);
    }
}
