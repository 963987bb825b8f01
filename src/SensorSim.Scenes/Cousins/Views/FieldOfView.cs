using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Cousins.Views;

/// <summary>What may be in a camera's image, as far as boxes around things can tell.</summary>
public static class FieldOfView
{
    private const int Columns = 16, Rows = 12;

    /// <summary>Places along each side of a box.</summary>
    private const int Places = 3;

    /// <summary>How many places of a box are looked at.</summary>
    public const int PlaceCount = Places * Places * Places;

    /// <summary>Whether a camera may see something of some boxes: a ray of it meets one, or a place in one lies in its image.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="boxes">World space, none empty.</param>
    public static bool MayShow(CameraView view, IReadOnlyCollection<Box> boxes)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(boxes);
        return boxes.Any(box => PlacesIn(view, box).Any())
            || RaysOf(view).Any(ray => boxes.Any(box => ray.Enter(box, double.MaxValue) <= double.MaxValue));
    }

    /// <summary>Places in a box, its corners among them, that lie in a camera's image, if nothing hides them.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="box">World space, not empty.</param>
    public static IEnumerable<Vector3d> PlacesIn(CameraView view, Box box)
    {
        ArgumentNullException.ThrowIfNull(view);
        Matrix4x4d toCamera = view.CameraToWorld.InverseAffine();
        return PlacesOf(box).Where(place => Shows(view.Intrinsics, toCamera.TransformPoint(place)));
    }

    /// <summary>Whether a point lies in a camera's image, if nothing hides it.</summary>
    /// <param name="camera">Its intrinsics.</param>
    /// <param name="point">Camera frame.</param>
    public static bool Shows(CameraIntrinsics camera, in Vector3d point)
    {
        ArgumentNullException.ThrowIfNull(camera);
        return camera.Project(point) is { } place && place.X >= -0.5 && place.X < camera.Width - 0.5 && place.Y >= -0.5 && place.Y < camera.Height - 0.5;
    }

    /// <summary>Rays through the middles of a coarse grid over a camera's image, world space.</summary>
    /// <param name="view">The camera.</param>
    public static IEnumerable<Ray> RaysOf(CameraView view) =>
        from row in Enumerable.Range(0, Rows)
        from column in Enumerable.Range(0, Columns)
        let ray = view.Intrinsics.RayThrough(((column + 0.5) * view.Intrinsics.Width / Columns) - 0.5, ((row + 0.5) * view.Intrinsics.Height / Rows) - 0.5)
        where ray is not null
        select new Ray(ray.Value.Origin, ray.Value.Direction).Transformed(view.CameraToWorld);

    private static IEnumerable<Vector3d> PlacesOf(Box box) =>
        from x in Enumerable.Range(0, Places)
        from y in Enumerable.Range(0, Places)
        from z in Enumerable.Range(0, Places)
        select box.Min + new Vector3d(box.Size.X * x / (Places - 1), box.Size.Y * y / (Places - 1), box.Size.Z * z / (Places - 1));
}
