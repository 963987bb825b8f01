using SensorSim.Geometry;
using SensorSim.Rendering.Twin;

namespace SensorSim.Rendering.Planning;

/// <summary>The clip volume of Vulkan: |x| ≤ w, |y| ≤ w and 0 ≤ z ≤ w.</summary>
internal static class ClipVolume
{
    /// <summary>Share of the coordinates by which a corner must be beyond a plane: the device rounds to float.</summary>
    private const double Slack = 1e-4;

    /// <summary>False when one of the volume's planes has the whole box beyond it; true may be wrong.</summary>
    /// <param name="box">The box.</param>
    /// <param name="toClip">From the box's space to clip space.</param>
    public static bool MayShow(in Bounds box, in Matrix4x4d toClip)
    {
        Span<Vector3d> corners = stackalloc Vector3d[8];
        box.Corners(Matrix4x4d.Identity, corners);
        int beyondAll = 0b11_1111;
        foreach (Vector3d corner in corners)
        {
            beyondAll &= PlanesBefore(corner, toClip);
        }

        return beyondAll == 0;
    }

    private static int PlanesBefore(in Vector3d p, in Matrix4x4d m)
    {
        Vector3d clip = m.TransformPoint(p);
        double w = (m.M41 * p.X) + (m.M42 * p.Y) + (m.M43 * p.Z) + m.M44;
        return Bit(clip.X, w, 0) | Bit(-clip.X, w, 1) | Bit(clip.Y, w, 2) | Bit(-clip.Y, w, 3) | Bit(clip.Z, w, 4) | Bit(-clip.Z, 0, 5);
    }

    private static int Bit(double coordinate, double limit, int plane) =>
        coordinate - limit > Slack * (Math.Abs(coordinate) + Math.Abs(limit)) ? 1 << plane : 0;
}
