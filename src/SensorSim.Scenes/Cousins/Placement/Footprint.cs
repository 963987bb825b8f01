using SensorSim.Geometry;
using SensorSim.Scenes.Collision;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Where a body touches a level plane below or above it, as seen from above.</summary>
internal sealed class Footprint
{
    private const int Directions = 16;

    /// <summary>What lies this near to the lowest or highest point touches, metres.</summary>
    private const double Touching = 1.5e-3;

    private readonly List<Vector3d> _points = [];

    private Footprint(RigidBody body, double height)
    {
        foreach (PosedHull piece in body.Pieces)
        {
            for (int i = 0; i < piece.VertexCount; i++)
            {
                if (Math.Abs(piece[i].Y - height) <= Touching)
                {
                    _points.Add(piece[i]);
                }
            }
        }
    }

    /// <summary>What a body stands on.</summary>
    public static Footprint Below(RigidBody body) => new(body, body.Box.Min.Y);

    /// <summary>What can stand on a body.</summary>
    public static Footprint Above(RigidBody body) => new(body, body.Box.Max.Y);

    /// <summary>Points all along its edge, moved outwards, and its middle.</summary>
    public Vector3d[] Edge(double outwards)
    {
        Vector3d[] edge = [.. Enumerable.Range(0, Directions).Select(DirectionOf).Select(direction => Farthest(direction) + (outwards * direction))];
        return [.. edge, (1.0 / Directions) * edge.Aggregate((a, b) => a + b)];
    }

    /// <summary>How far inside its hull a point is, as seen from above; negative outside.</summary>
    public double DepthOf(Vector3d point) =>
        Enumerable.Range(0, Directions).Select(DirectionOf).Min(direction => Vector3d.Dot(Farthest(direction) - point, direction));

    private Vector3d Farthest(Vector3d direction) => _points.MaxBy(point => Vector3d.Dot(point, direction));

    private static Vector3d DirectionOf(int index)
    {
        (double sin, double cos) = Math.SinCos(Math.Tau * index / Directions);
        return new(cos, 0, sin);
    }
}
