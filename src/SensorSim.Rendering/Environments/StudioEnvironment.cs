using System.Numerics;

namespace SensorSim.Rendering.Environments;

/// <summary>
/// The built-in photo studio: a large key light, a dim fill, a rim light from behind, and a floor darker than the ceiling. It is uneven on
/// purpose: a white object must not vanish before a white room.
/// </summary>
public static class StudioEnvironment
{
    private const int Width = 1024;
    private const int Height = 512;

    private static readonly SoftBox[] Lights =
    [
        new(Direction(azimuthDegrees: 40, elevationDegrees: 48), HalfWidth: 0.55f, HalfHeight: 0.42f, new Vector3(9.0f, 8.7f, 8.2f)),
        new(Direction(azimuthDegrees: 165, elevationDegrees: 30), HalfWidth: 0.75f, HalfHeight: 0.35f, new Vector3(1.7f, 1.8f, 2.1f)),
        new(Direction(azimuthDegrees: 275, elevationDegrees: 38), HalfWidth: 0.30f, HalfHeight: 0.50f, new Vector3(5.0f, 5.2f, 5.5f)),
    ];

    /// <summary>The studio as a panorama, nit.</summary>
    public static EquirectangularImage Create()
    {
        var radiance = new Vector3[Width * Height];
        Parallel.For(0, Height, row =>
        {
            (float ring, float y) = MathF.SinCos(MathF.PI * (row + 0.5f) / Height);
            for (int column = 0; column < Width; column++)
            {
                (float z, float x) = MathF.SinCos(MathF.Tau * (((column + 0.5f) / Width) - 0.5f));
                radiance[(row * Width) + column] = RadianceTowards(new(ring * x, y, ring * z));
            }
        });
        return new(Width, Height, radiance);
    }

    private static Vector3 RadianceTowards(Vector3 d)
    {
        Vector3 floor = new(0.16f, 0.16f, 0.17f);
        Vector3 horizon = new(0.46f, 0.47f, 0.49f);
        Vector3 ceiling = new(0.85f, 0.86f, 0.88f);
        Vector3 room = d.Y < 0
            ? Vector3.Lerp(horizon, floor, SmoothStep(0, 0.75f, -d.Y))
            : Vector3.Lerp(horizon, ceiling, SmoothStep(0, 0.9f, d.Y));
        foreach (SoftBox light in Lights)
        {
            room += light.RadianceTowards(d);
        }

        return room;
    }

    // Azimuth turns from +X towards +Z.
    private static Vector3 Direction(float azimuthDegrees, float elevationDegrees)
    {
        (float sinAzimuth, float cosAzimuth) = MathF.SinCos(azimuthDegrees * MathF.PI / 180);
        (float sinElevation, float cosElevation) = MathF.SinCos(elevationDegrees * MathF.PI / 180);
        return new(cosElevation * cosAzimuth, sinElevation, cosElevation * sinAzimuth);
    }

    private static float SmoothStep(float from, float to, float value)
    {
        float t = Math.Clamp((value - from) / (to - from), 0, 1);
        return t * t * (3 - (2 * t));
    }

    /// <summary>A rectangular light on the unit sphere's tangent plane, with soft edges.</summary>
    private sealed record SoftBox(Vector3 Centre, float HalfWidth, float HalfHeight, Vector3 Radiance)
    {
        private const float Edge = 0.12f;

        private readonly Vector3 _right = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, Centre));

        public Vector3 RadianceTowards(Vector3 d)
        {
            float along = Vector3.Dot(d, Centre);
            if (along <= 0.05f)
            {
                return Vector3.Zero;
            }

            Vector3 up = Vector3.Cross(Centre, _right);
            float x = MathF.Abs(Vector3.Dot(d, _right)) / along;
            float y = MathF.Abs(Vector3.Dot(d, up)) / along;
            return Radiance * (1 - SmoothStep(HalfWidth - Edge, HalfWidth + Edge, x)) * (1 - SmoothStep(HalfHeight - Edge, HalfHeight + Edge, y));
        }
    }
}
