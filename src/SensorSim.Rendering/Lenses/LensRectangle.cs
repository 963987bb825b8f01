using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Planning;

namespace SensorSim.Rendering.Lenses;

/// <summary>Where a lens can show a box: a safe guess from points on the box's sides, because straight edges bend.</summary>
internal static class LensRectangle
{
    private const int PointsAcross = 9;

    /// <summary>Share of the rectangle's size by which edges may bulge beyond the points.</summary>
    private const double Bulge = 0.15;

    /// <summary>Pixels between neighbouring points of one side beyond which the box may be anywhere: it is very near, or an image's seam runs through it.</summary>
    private const double FarthestNeighbours = 100;

    /// <param name="corners">In the camera frame; bit 0, 1 and 2 of the index say which end along the box's axes.</param>
    /// <param name="camera">With a lens.</param>
    public static ScreenRectangle Of(ReadOnlySpan<Vector3d> corners, CameraIntrinsics camera)
    {
        double minX = double.PositiveInfinity, minY = minX, maxX = double.NegativeInfinity, maxY = maxX;
        for (int side = 0; side < 6; side++)
        {
            (int from, int u, int v) = Side(side);
            ImagePoint? last = null;
            for (int i = 0; i < PointsAcross * PointsAcross; i++)
            {
                // There and back, row by row: each point is a neighbour of the one before.
                int row = i / PointsAcross, column = row % 2 == 0 ? i % PointsAcross : PointsAcross - 1 - (i % PointsAcross);
                double a = (double)column / (PointsAcross - 1), b = (double)row / (PointsAcross - 1);
                Vector3d point = corners[from] + (a * (corners[from | u] - corners[from])) + (b * (corners[from | v] - corners[from]));
                if (camera.Project(point) is not { } place || (last is { } before && IsFar(before, place)))
                {
                    return ScreenRectangle.Everywhere;
                }

                last = place;
                (minX, maxX, minY, maxY) = (Math.Min(minX, place.X), Math.Max(maxX, place.X), Math.Min(minY, place.Y), Math.Max(maxY, place.Y));
            }
        }

        double x = Bulge * (maxX - minX), y = Bulge * (maxY - minY);
        return Surrounds(corners) ? ScreenRectangle.Everywhere : new(minX - x, minY - y, maxX + x, maxY + y);
    }

    private static (int From, int U, int V) Side(int side) => (side % 2 == 0 ? 0 : 1 << (side / 2), 1 << (((side / 2) + 1) % 3), 1 << (((side / 2) + 2) % 3));

    private static bool IsFar(in ImagePoint a, in ImagePoint b) => Math.Max(Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y)) > FarthestNeighbours;

    // Whether the camera may be in the box, so that it is seen on all sides.
    private static bool Surrounds(ReadOnlySpan<Vector3d> corners)
    {
        Vector3d centre = Vector3d.Zero;
        foreach (Vector3d corner in corners)
        {
            centre += (1.0 / 8) * corner;
        }

        return centre.Length <= (corners[0] - centre).Length;
    }
}
