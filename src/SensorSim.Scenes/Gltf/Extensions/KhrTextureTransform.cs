using System.Numerics;
using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_texture_transform: offset, rotation and scale of texture coordinates.</summary>
public static class KhrTextureTransform
{
    public const string Name = "KHR_texture_transform";

    /// <summary>The transform of a textureInfo for <see cref="Vector2.Transform(Vector2, Matrix3x2)"/>, and the UV set when it overrides it.</summary>
    internal static (Matrix3x2 Transform, int? TexCoord) Read(JsonCursor textureInfo)
    {
        if (textureInfo.Find("extensions")?.Find(Name) is not JsonCursor extension)
        {
            return (Matrix3x2.Identity, null);
        }

        Vector2 offset = Pair(extension, "offset", Vector2.Zero), scale = Pair(extension, "scale", Vector2.One);
        int? texCoord = (int?)extension.Find("texCoord")?.Integer(0, int.MaxValue);
        return (Compose(offset, extension.Number("rotation", 0), scale), texCoord);
    }

    /// <summary>
    /// Translation · Rotation · Scale. The rotation is counter-clockwise as one looks at the image with v down, as the extension's worked example
    /// (lower left quadrant, 90 degrees) and its sample model demand: (u, v) → (u cos + v sin, v cos - u sin).
    /// </summary>
    public static Matrix3x2 Compose(Vector2 offset, double rotation, Vector2 scale)
    {
        (double sin, double cos) = Math.SinCos(rotation);
        return new(
            (float)(scale.X * cos), (float)(-scale.X * sin),
            (float)(scale.Y * sin), (float)(scale.Y * cos),
            offset.X, offset.Y);
    }

    /// <summary>The extension's members for a transform.</summary>
    /// <exception cref="ArgumentException">The transform is sheared, which the extension cannot say.</exception>
    internal static JsonObject Write(Matrix3x2 transform)
    {
        double rotation = 0, scaleX = transform.M11, scaleY = transform.M22;
        if (transform.M12 != 0 || transform.M21 != 0)
        {
            rotation = Math.Atan2(-transform.M12, transform.M11);
            (double sin, double cos) = Math.SinCos(rotation);
            scaleX = (transform.M11 * cos) - (transform.M12 * sin);
            scaleY = (transform.M21 * sin) + (transform.M22 * cos);
        }

        Matrix3x2 written = Compose(transform.Translation, rotation, new((float)scaleX, (float)scaleY));
        float error = MathF.Abs(written.M11 - transform.M11) + MathF.Abs(written.M12 - transform.M12) + MathF.Abs(written.M21 - transform.M21) + MathF.Abs(written.M22 - transform.M22);
        return error <= 1e-5f * (1 + MathF.Abs((float)scaleX) + MathF.Abs((float)scaleY))
            ? new() { ["offset"] = new JsonArray(transform.M31, transform.M32), ["rotation"] = rotation, ["scale"] = new JsonArray((float)scaleX, (float)scaleY) }
            : throw new ArgumentException($"The texture transform {transform} is sheared; KHR_texture_transform holds translation, rotation and scale.", nameof(transform));
    }

    private static Vector2 Pair(JsonCursor extension, string name, Vector2 absent) =>
        extension.Numbers(name, 2) is double[] v ? new((float)v[0], (float)v[1]) : absent;
}
