using System.Numerics;
using SensorSim.Scenes.Images;

namespace SensorSim.Rendering.Environments;

/// <summary>
/// Linear radiance all around, Rec. 709. Row 0 is straight up (+Y); the centre column looks along +X and columns to its right turn towards +Z,
/// as the Khronos glTF sample viewer lays panoramas: u = 1/2 + atan2(z, x) / 2π, v = acos(y) / π.
/// </summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels, usually half the width.</param>
/// <param name="Radiance">Row-major, finite and not negative.</param>
public sealed record EquirectangularImage(int Width, int Height, Vector3[] Radiance)
{
    /// <summary>A panorama as read from a file.</summary>
    public static EquirectangularImage From(HdrImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var radiance = new Vector3[image.Width * image.Height];
        for (int i = 0; i < radiance.Length; i++)
        {
            radiance[i] = new(image.RgbLinear[3 * i], image.RgbLinear[(3 * i) + 1], image.RgbLinear[(3 * i) + 2]);
        }

        return new(image.Width, image.Height, radiance);
    }

    /// <summary>The same radiance from everywhere.</summary>
    public static EquirectangularImage Uniform(Vector3 radiance) => new(2, 1, [radiance, radiance]);

    /// <summary>Bilinear; the sides join, the poles do not.</summary>
    public Vector3 Sample(Vector3 direction)
    {
        float u = 0.5f + (MathF.Atan2(direction.Z, direction.X) / MathF.Tau);
        float v = MathF.Acos(Math.Clamp(direction.Y, -1, 1)) / MathF.PI;
        float x = (u * Width) - 0.5f;
        float y = Math.Clamp((v * Height) - 0.5f, 0, Height - 1);
        int left = (int)MathF.Floor(x);
        int top = Math.Min((int)y, Math.Max(Height - 2, 0));
        Vector3 upper = Vector3.Lerp(At(left, top), At(left + 1, top), x - left);
        Vector3 lower = Vector3.Lerp(At(left, Math.Min(top + 1, Height - 1)), At(left + 1, Math.Min(top + 1, Height - 1)), x - left);
        return Vector3.Lerp(upper, lower, y - top);
    }

    private Vector3 At(int column, int row) => Radiance[(row * Width) + ((column + Width) % Width)];
}
