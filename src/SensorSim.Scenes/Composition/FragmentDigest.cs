using System.Security.Cryptography;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Composition;

/// <summary>What identifies a part of the library that no file holds.</summary>
public static class FragmentDigest
{
    /// <summary>SHA-256, lower-case hex, of the scene as a binary glTF with its images as they are: no compression is part of it.</summary>
    public static string Of(Scene fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        return Convert.ToHexStringLower(SHA256.HashData(GlbWriter.Write(fragment, [.. fragment.Images.Select(Uncompressed)])));
    }

    // The writer asks for a file by its first bytes; nobody will read this one.
    private static byte[] Uncompressed(Image image) => [.. PngDecoder.Signature, .. image.Rgba];
}
