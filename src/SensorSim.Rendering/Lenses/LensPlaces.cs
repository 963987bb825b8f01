using System.Numerics;
using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Rendering.Lenses;

/// <summary>Where a lens shows directions, as a table for the device: lens_places.glsl reads it.</summary>
internal static class LensPlaces
{
    /// <summary><c>CELLS</c> of lens_places.glsl.</summary>
    private const int Cells = 128;

    private const int Stride = Cells + 3;

    /// <summary>Pixels for each corner of the cells of each cube face, with one more on each side; not a number where there is no place.</summary>
    public static Vector2[] Of(CameraIntrinsics camera)
    {
        var places = new Vector2[CubeFace.Count * Stride * Stride];
        Parallel.For(0, CubeFace.Count * Stride, line =>
        {
            Matrix4x4d faceToCamera = CubeFace.ToCamera(line / Stride);
            double y = Tangent((line % Stride) - 1);
            for (int i = 0; i < Stride; i++)
            {
                Vector3d direction = faceToCamera.TransformDirection(new(Tangent(i - 1), y, 1));
                places[(line * Stride) + i] = camera.Project(direction) is { } place ? new((float)place.X, (float)place.Y) : new(float.NaN);
            }
        });
        return places;
    }

    private static double Tangent(int cell) => (2.0 * cell / Cells) - 1;
}
