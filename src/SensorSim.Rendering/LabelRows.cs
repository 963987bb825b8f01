using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering;

/// <summary>Neighbouring rows whose labels are of one instant.</summary>
/// <param name="Instance">The cousin at the instant.</param>
/// <param name="Camera">The camera at the instant.</param>
/// <param name="First">First of the rows.</param>
/// <param name="End">The row after the last.</param>
public sealed record LabelRows(SceneInstance Instance, CameraView Camera, int First, int End)
{
    /// <summary>The instant, on the episode's clock.</summary>
    public double TimeSeconds { get; init; }

    /// <summary>
    /// Where a moving point is seen: the rows that show it at their own instant. Above and below the image it is as at the instant of the nearest row.
    /// </summary>
    /// <param name="groups">All rows, from the top on.</param>
    /// <param name="world">The point in a cousin.</param>
    /// <returns>The rows between whose instants it passes, where it is in none of them; null where no camera has a place for it.</returns>
    public static LabelRows? Showing(IReadOnlyList<LabelRows> groups, Func<SceneInstance, Vector3d> world)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(world);
        LabelRows? nearest = null;
        double least = double.PositiveInfinity;
        foreach (LabelRows group in groups)
        {
            if (group.Camera.Intrinsics.Project(group.Camera.CameraToWorld.InverseAffine().TransformPoint(world(group.Instance))) is { } place
                && group.RowsBeside(place.Y) is var beside && beside < least)
            {
                (nearest, least) = (group, beside);
            }
        }

        return nearest;
    }

    // How far a row is above or below these rows.
    private double RowsBeside(double y)
    {
        double above = First == 0 ? 0 : First - 0.5 - y, below = End == Camera.Intrinsics.Height ? 0 : y - (End - 0.5);
        return Math.Max(0, Math.Max(above, below));
    }
}
