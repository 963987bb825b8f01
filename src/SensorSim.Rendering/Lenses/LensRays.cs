using System.Numerics;
using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Rendering.Lenses;

/// <summary>
/// What each pixel of a camera with a lens looks along, computed in double precision, and the pinhole images that together show all of it: one up
/// to 60 degrees from the axis, beyond that the faces of a cube. Where the lens sees nothing there is no ray.
/// </summary>
internal sealed class LensRays
{
    /// <summary>Texels of a face across one pixel: enough to keep the pixel's own sharpness, and no whole number, so that they never march in step.</summary>
    private const double TexelsPerPixel = 2.2;

    /// <summary>Texels around what pixels look at, for the neighbours of the last ones.</summary>
    private const int Margin = 6;

    private const double OneFaceCosine = 0.5;

    private readonly CameraIntrinsics _camera;
    private readonly Vector3d?[] _directions;
    private readonly sbyte[] _faceOfPixel;

    /// <param name="camera">With a lens.</param>
    /// <param name="aperturePerDistance">Radius of the aperture over the distance of focus: how far rays lean to all sides of the pixel's own.</param>
    public LensRays(CameraIntrinsics camera, double aperturePerDistance)
    {
        _camera = camera;
        _directions = new Vector3d?[camera.Width * camera.Height];
        Parallel.For(0, camera.Height, row =>
        {
            for (int column = 0; column < camera.Width; column++)
            {
                _directions[(row * camera.Width) + column] = camera.RayThrough(column, row)?.Direction.Normalized();
            }
        });
        bool isOne = Array.TrueForAll(_directions, direction => direction is null || direction.Value.Z >= OneFaceCosine);
        _faceOfPixel = [.. _directions.Select(direction => direction is { } d ? (sbyte)(isOne ? 0 : CubeFace.Of(d)) : (sbyte)-1)];
        int[] used = [.. Enumerable.Range(0, CubeFace.Count).Where(face => Array.Exists(_faceOfPixel, other => other == face))];
        Faces = [.. used.Select(face => new LensFace(IntrinsicsOf(face, aperturePerDistance), CubeFace.ToCamera(face)))];
        _faceOfPixel = [.. _faceOfPixel.Select(face => (sbyte)Array.IndexOf(used, face))];
    }

    public CameraIntrinsics Camera => _camera;

    /// <summary>Empty when the lens sees nothing at all.</summary>
    public IReadOnlyList<LensFace> Faces { get; }

    /// <summary>Whether there is a ray outside the middle third across and down, where the image lies on a canvas three times its size.</summary>
    public bool SeeOutsideTheMiddle()
    {
        (int width, int height) = (_camera.Width, _camera.Height);
        return _directions.Index().Any(pixel => pixel.Item is not null
            && !(IsMiddle(pixel.Index % width, width) && IsMiddle(pixel.Index / width, height)));

        static bool IsMiddle(int place, int side) => 3 * place >= side && 3 * place < 2 * side;
    }

    /// <summary>As rays.glsl reads them: unit direction in the camera frame and the face's index, -1 where there is no ray.</summary>
    public Vector4[] ToGpu() =>
        [.. _directions.Zip(_faceOfPixel, (direction, face) => direction is { } d ? new((float)d.X, (float)d.Y, (float)d.Z, face) : new Vector4(0, 0, 0, -1))];

    private CameraIntrinsics IntrinsicsOf(int face, double lean)
    {
        double left = double.PositiveInfinity, top = left, right = double.NegativeInfinity, bottom = right, step = double.PositiveInfinity;
        for (int i = 0; i < _directions.Length; i++)
        {
            if (_faceOfPixel[i] != face)
            {
                continue;
            }

            (double x, double y) = CubeFace.Tangents(face, _directions[i]!.Value);
            (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
            step = Math.Min(step, StepAt(i, face));
        }

        double largest = CameraIntrinsics.MaximumSide / 2.0, extent = Math.Max(right - left, bottom - top);
        double focal = Math.Min(double.IsFinite(step) && step > 0 ? TexelsPerPixel / step : _camera.Width, (largest - (4 * Margin)) / Math.Max(extent, 1e-6));
        double margin = Margin + Math.Ceiling(2 * lean * focal);
        return new(
            CanvasSide(((right - left) * focal) + (2 * margin)), CanvasSide(((bottom - top) * focal) + (2 * margin)),
            focal, focal, margin - (left * focal), margin - (top * focal));
    }

    // In steps of an eighth to a sixteenth: what is drawn into is kept for each size, and a lens that changes a little shall not need another.
    private static int CanvasSide(double pixels)
    {
        int least = (int)Math.Ceiling(pixels), step = Math.Max(16, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)least) / 16);
        return Math.Min((least + step - 1) / step * step, Math.Max(least, CameraIntrinsics.MaximumSide));
    }

    // How far the next pixels are on the face. A panorama's pixels crowd together at its poles: there the longer way counts, by half.
    private double StepAt(int pixel, int face)
    {
        if (StepTo(pixel, 1, face) is not { } column || StepTo(pixel, _camera.Width, face) is not { } row)
        {
            return double.PositiveInfinity;
        }

        double determinant = Math.Abs((column.X * row.Y) - (column.Y * row.X));
        double squares = (column.X * column.X) + (column.Y * column.Y) + (row.X * row.X) + (row.Y * row.Y);
        double longer = Math.Sqrt((squares + Math.Sqrt(Math.Max(0, (squares * squares) - (4 * determinant * determinant)))) / 2);
        return Math.Max(determinant / longer, longer / 2);
    }

    private (double X, double Y)? StepTo(int pixel, int stride, int face)
    {
        int next = pixel + stride;
        if ((stride == 1 && next % _camera.Width == 0) || next >= _directions.Length || _faceOfPixel[next] != face)
        {
            return null;
        }

        (double x, double y) = CubeFace.Tangents(face, _directions[next]!.Value);
        (double fromX, double fromY) = CubeFace.Tangents(face, _directions[pixel]!.Value);
        return (x - fromX, y - fromY);
    }
}
