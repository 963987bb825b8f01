using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Lenses;

namespace SensorSim.Rendering.Planning;

/// <summary>
/// Where a box can appear, in pixels (integer = centre). Boxes that reach behind the camera plane may appear anywhere.
/// </summary>
internal readonly record struct ScreenRectangle(double MinX, double MinY, double MaxX, double MaxY)
{
    public static ScreenRectangle Everywhere { get; } = new(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>The smallest rectangle around both.</summary>
    public static ScreenRectangle Union(ScreenRectangle a, ScreenRectangle b) =>
        new(Math.Min(a.MinX, b.MinX), Math.Min(a.MinY, b.MinY), Math.Max(a.MaxX, b.MaxX), Math.Max(a.MaxY, b.MaxY));

    /// <summary>The same where either may be nowhere.</summary>
    public static ScreenRectangle? Union(ScreenRectangle? a, ScreenRectangle? b) => a is { } first && b is { } second ? Union(first, second) : a ?? b;

    /// <summary>Larger by some pixels on each side.</summary>
    public ScreenRectangle Grown(double pixels) => new(MinX - pixels, MinY - pixels, MaxX + pixels, MaxY + pixels);

    /// <summary>Null when nothing of the box is in front of the near plane.</summary>
    public static ScreenRectangle? Of(ReadOnlySpan<Vector3d> cornersInCamera, CameraIntrinsics camera, double near)
    {
        if (!camera.Projection.KeepsLines)
        {
            return LensRectangle.Of(cornersInCamera, camera);
        }

        bool isParallel = camera.Projection == CameraProjection.Orthographic;
        double minX = double.PositiveInfinity, minY = minX, maxX = double.NegativeInfinity, maxY = maxX;
        int behind = 0;
        foreach (Vector3d corner in cornersInCamera)
        {
            if (corner.Z < near)
            {
                behind++;
                if (!isParallel)
                {
                    continue;
                }
            }

            double scale = isParallel ? 1 : 1 / corner.Z;
            double x = (camera.Fx * corner.X * scale) + camera.Cx;
            double y = (camera.Fy * corner.Y * scale) + camera.Cy;
            (minX, maxX) = (Math.Min(minX, x), Math.Max(maxX, x));
            (minY, maxY) = (Math.Min(minY, y), Math.Max(maxY, y));
        }

        return behind == cornersInCamera.Length ? null : behind == 0 || isParallel ? new(minX, minY, maxX, maxY) : Everywhere;
    }

    /// <summary>Pixels that may be touched within the given pixel range, one pixel more on each side for rounding; empty when none.</summary>
    public PixelRectangle Within(int left, int top, int right, int bottom)
    {
        int x0 = (int)Math.Clamp(Math.Floor(MinX) - 1, left, right), x1 = (int)Math.Clamp(Math.Ceiling(MaxX) + 2, left, right);
        int y0 = (int)Math.Clamp(Math.Floor(MinY) - 1, top, bottom), y1 = (int)Math.Clamp(Math.Ceiling(MaxY) + 2, top, bottom);
        return new(x0, y0, x1 - x0, y1 - y0);
    }

    /// <summary>Nothing of it leaves the image.</summary>
    public bool IsInside(CameraIntrinsics camera) =>
        MinX > -0.5 + 1e-6 && MinY > -0.5 + 1e-6 && MaxX < camera.Width - 0.5 - 1e-6 && MaxY < camera.Height - 0.5 - 1e-6;
}
