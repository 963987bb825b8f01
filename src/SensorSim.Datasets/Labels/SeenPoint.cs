using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Signals;

namespace SensorSim.Datasets.Labels;

/// <summary>The point that a pixel shows, in the camera frame, and the ray that found it.</summary>
/// <param name="Position">Metres.</param>
/// <param name="Normal">Of the surface, unit.</param>
/// <param name="Range">Metres along the ray; 0 where nothing is.</param>
/// <param name="Direction">Of the ray, unit.</param>
internal readonly record struct SeenPoint(Vector3 Position, Vector3 Normal, float Range, Vector3 Direction)
{
    /// <summary>Where the ray starts.</summary>
    public Vector3 Origin => Position - (Range * Direction);

    /// <summary>Where a ray meets the surface's plane; this point's range where it runs along the plane or meets it behind.</summary>
    public double DistanceAlong(Vector3 origin, Vector3 direction)
    {
        float distance = Vector3.Dot(Normal, Position - origin) / Vector3.Dot(Normal, direction);
        return distance > 0 && float.IsFinite(distance) ? distance : Range;
    }

    /// <summary>Every pixel's point.</summary>
    public static SeenPoint[] Of(in PixelPlane range, in PixelPlane position, in PixelPlane geometricNormal, CameraView camera, IReadOnlyList<Matrix4x4d>? cameraByRow = null)
    {
        ReadOnlySpan<float> ranges = MemoryMarshal.Cast<byte, float>(range.Bytes.Span);
        ReadOnlySpan<Float3> places = MemoryMarshal.Cast<byte, Float3>(position.Bytes.Span), normals = MemoryMarshal.Cast<byte, Float3>(geometricNormal.Bytes.Span);
        Matrix4x4d worldToCamera = camera.CameraToWorld.InverseAffine();
        Matrix4x4d[]? worldToRow = cameraByRow?.Select(row => row.InverseAffine()).ToArray();
        bool isParallel = camera.Intrinsics.Projection == CameraProjection.Orthographic;
        var points = new SeenPoint[ranges.Length];
        for (int i = 0; i < points.Length; i++)
        {
            if (ranges[i] == 0)
                continue;
            Vector3d p = (worldToRow?[i / range.Width] ?? worldToCamera).TransformPoint(new(places[i].X, places[i].Y, places[i].Z));
            var local = new Vector3((float)p.X, (float)p.Y, (float)p.Z);
            points[i] = new(local, new(normals[i].X, normals[i].Y, normals[i].Z), ranges[i], isParallel ? Vector3.UnitZ : Vector3.Normalize(local));
        }

        return points;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Float3(float X, float Y, float Z);
}
