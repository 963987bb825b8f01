using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Signals;

namespace SensorSim.Datasets.Labels;

/// <summary>
/// Where one surface stands before another: neighbours (left, right, above, below) of different objects, or of one object whose surface is not
/// continuous between them. It is continuous when two planes, each through one pixel's point with its geometric normal, can meet between the
/// pixels: on the ray half-way, their distances differ by no more than both change over half a pixel, and a thousandth of the distance for
/// rounding. Follows from places and ranges alone, whatever the camera's projection.
/// </summary>
public sealed class OcclusionBoundaries
{
    /// <summary>The surface of this pixel hides what a neighbour shows.</summary>
    public const byte Occluding = 255;

    /// <summary>A neighbour's surface stands before this pixel's, or before the emptiness here.</summary>
    public const byte Occluded = 128;

    /// <summary>A neighbour shows another object that touches this one here: none is before the other.</summary>
    public const byte Touching = 64;

    private const double Rounding = 1e-3;

    private readonly ReadOnlyMemory<byte> _ids;
    private readonly SeenPoint[] _points;
    private readonly byte[] _mask;
    private readonly int _width;

    private OcclusionBoundaries(in PixelPlane instance, SeenPoint[] points) =>
        (_ids, _points, _mask, _width) = (instance.Bytes, points, new byte[instance.Width * instance.Height], instance.Width);

    /// <summary>One channel of 8 bits: 0 inside surfaces; of the other values the greatest that applies.</summary>
    /// <param name="instance">16-bit ids.</param>
    /// <param name="range">Metres from the camera along each pixel's ray, float32.</param>
    /// <param name="position">World, metres, three channels of float32.</param>
    /// <param name="geometricNormal">Camera frame, three channels of float32.</param>
    /// <param name="camera">Whose rays they are.</param>
    /// <param name="cameraByRow">Its pose for each row, where rows have instants of their own; null is that of <paramref name="camera"/>.</param>
    public static PixelPlane Of(
        in PixelPlane instance, in PixelPlane range, in PixelPlane position, in PixelPlane geometricNormal, CameraView camera, IReadOnlyList<Matrix4x4d>? cameraByRow = null)
    {
        var boundaries = new OcclusionBoundaries(instance, SeenPoint.Of(range, position, geometricNormal, camera, cameraByRow));
        boundaries.MarkAll(instance.Height);
        return new(instance.Width, instance.Height, 1, SampleType.UInt8, boundaries._mask);
    }

    private void MarkAll(int height)
    {
        ReadOnlySpan<ushort> ids = MemoryMarshal.Cast<byte, ushort>(_ids.Span);
        for (int pixel = 0; pixel < ids.Length; pixel++)
        {
            if ((pixel + 1) % _width != 0)
                Mark(ids, pixel, pixel + 1);
            if (pixel + _width < _width * height)
                Mark(ids, pixel, pixel + _width);
        }
    }

    private void Mark(ReadOnlySpan<ushort> ids, int a, int b)
    {
        if (ids[a] == 0 || ids[b] == 0)
        {
            if (ids[a] != ids[b])
                MarkSides(nearer: ids[a] != 0 ? a : b, farther: ids[a] != 0 ? b : a);
            return;
        }

        (double atA, double atB, bool isContinuous) = Between(_points[a], _points[b]);
        if (!isContinuous)
        {
            MarkSides(nearer: atA <= atB ? a : b, farther: atA <= atB ? b : a);
        }
        else if (ids[a] != ids[b])
        {
            (_mask[a], _mask[b]) = (Math.Max(_mask[a], Touching), Math.Max(_mask[b], Touching));
        }
    }

    private void MarkSides(int nearer, int farther) => (_mask[nearer], _mask[farther]) = (Occluding, Math.Max(_mask[farther], Occluded));

    private static (double AtA, double AtB, bool IsContinuous) Between(in SeenPoint a, in SeenPoint b)
    {
        Vector3 origin = (a.Origin + b.Origin) / 2, direction = Vector3.Normalize(a.Direction + b.Direction);
        double atA = a.DistanceAlong(origin, direction), atB = b.DistanceAlong(origin, direction);
        double allowed = Math.Abs(atA - a.Range) + Math.Abs(atB - b.Range) + (Rounding * Math.Min(a.Range, b.Range));
        return (atA, atB, Math.Abs(atA - atB) <= allowed);
    }
}
