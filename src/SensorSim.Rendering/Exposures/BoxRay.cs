using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Twin;

namespace SensorSim.Rendering.Exposures;

/// <summary>Where rays of a camera meet the box of an object.</summary>
/// <param name="Box">In the object's own frame.</param>
/// <param name="ToCamera">From the object's frame to the camera's; must have an inverse.</param>
internal sealed record BoxRay(Bounds Box, Matrix4x4d ToCamera)
{
    private readonly Matrix4x4d _toBox = ToCamera.InverseAffine();

    /// <summary>In the object's frame: the first point of the box on a pixel's ray that is before the camera, or the last one where the ray begins within the box; null where it meets none.</summary>
    /// <param name="camera">The camera.</param>
    /// <param name="column">Pixels.</param>
    /// <param name="row">Pixels.</param>
    public Vector3d? Meets(CameraIntrinsics camera, double column, double row)
    {
        if (camera.RayThrough(column, row) is not { } ray)
        {
            return null;
        }

        Vector3d step = ray.Direction.Normalized();
        double near = camera.Projection.KeepsLines ? (ViewPlan.Near - ray.Origin.Z) / step.Z : ViewPlan.Near;
        return Meets(_toBox.TransformPoint(ray.Origin + (near * step)), _toBox.TransformDirection(step));
    }

    private Vector3d? Meets(in Vector3d origin, in Vector3d direction)
    {
        (double x0, double x1) = Between(Box.Min.X, Box.Max.X, origin.X, direction.X);
        (double y0, double y1) = Between(Box.Min.Y, Box.Max.Y, origin.Y, direction.Y);
        (double z0, double z1) = Between(Box.Min.Z, Box.Max.Z, origin.Z, direction.Z);
        double entry = Math.Max(x0, Math.Max(y0, z0)), exit = Math.Min(x1, Math.Min(y1, z1));
        double met = entry > 0 ? entry : exit;
        return entry <= exit && met > 0 && double.IsFinite(met) ? origin + (met * direction) : null;
    }

    // The part of a ray between two planes.
    private static (double First, double Last) Between(double min, double max, double origin, double direction)
    {
        if (direction == 0)
        {
            return origin >= min && origin <= max ? (double.NegativeInfinity, double.PositiveInfinity) : (double.PositiveInfinity, double.NegativeInfinity);
        }

        double a = (min - origin) / direction, b = (max - origin) / direction;
        return (Math.Min(a, b), Math.Max(a, b));
    }
}
