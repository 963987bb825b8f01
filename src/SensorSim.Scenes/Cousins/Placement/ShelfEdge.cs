using SensorSim.Geometry;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>The front edge of a level surface: its object's front is the object's own +Z.</summary>
internal sealed class ShelfEdge
{
    /// <summary>Levels up to this apart are one, metres.</summary>
    private const double SameLevel = 5e-3;

    /// <summary>Levels that have less of the largest one's area are no shelves.</summary>
    private const double LeastShare = 0.2;

    private ShelfEdge(SupportSurface surface, Vector3d[] corners)
    {
        Vector3d front = surface.ToWorld.ColumnZ with { Y = 0 };
        Outwards = front.Length > 1e-6 * surface.ToWorld.ColumnZ.Length ? front.Normalized() : Vector3d.UnitZ;
        Along = Vector3d.Cross(Vector3d.UnitY, Outwards);
        Surface = surface;
        Level = corners.Max(corner => corner.Y);
        Front = corners.Max(corner => Vector3d.Dot(corner, Outwards));
        (Left, Right) = (corners.Min(corner => Vector3d.Dot(corner, Along)), corners.Max(corner => Vector3d.Dot(corner, Along)));
    }

    public SupportSurface Surface { get; }

    /// <summary>From left to right as one stands before it, unit length.</summary>
    public Vector3d Along { get; }

    /// <summary>Towards who stands before it, unit length.</summary>
    public Vector3d Outwards { get; }

    /// <summary>Height, metres.</summary>
    public double Level { get; }

    /// <summary>Where the edge is along <see cref="Outwards"/>.</summary>
    public double Front { get; }

    /// <summary>Where it begins along <see cref="Along"/>.</summary>
    public double Left { get; }

    /// <summary>Where it ends.</summary>
    public double Right { get; }

    /// <summary>Where the next object may begin.</summary>
    public double Next { get; set; }

    /// <summary>Turns an object's +Z to the front.</summary>
    public Quaterniond Yaw => Quaterniond.FromAxisAngle(Vector3d.UnitY, Math.Atan2(Outwards.X, Outwards.Z));

    /// <summary>Those of an object's levels that are large enough to be shelves.</summary>
    public static IEnumerable<ShelfEdge> Of(SupportSurface surface)
    {
        (Vector3d[] Corners, double Area)[] levels = [.. surface.Levels(SameLevel)];
        return levels.Where(level => level.Area >= LeastShare * levels[0].Area).Select(level => new ShelfEdge(surface, level.Corners));
    }
}
