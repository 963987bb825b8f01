namespace SensorSim.Vulkan.Images;

/// <summary>What a <see cref="DeviceImage"/> is made of; sizes in pixels.</summary>
public sealed record ImageDescription
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required PixelFormat Format { get; init; }

    public required ImageUsage Usage { get; init; }

    public int MipLevels { get; init; } = 1;

    /// <summary>A cube has 6, in the order +X −X +Y −Y +Z −Z.</summary>
    public int ArrayLayers { get; init; } = 1;

    public int SampleCount { get; init; } = 1;

    /// <summary>The layers can be viewed as cubes.</summary>
    public bool IsCube { get; init; }

    /// <summary>Shown in validation messages and GPU debuggers.</summary>
    public string? Name { get; init; }

    /// <summary>Levels down to one pixel: 1 + floor(log2(larger side)).</summary>
    public static int FullMipLevels(int width, int height) => 1 + int.Log2(Math.Max(width, height));

    /// <exception cref="ArgumentException">The image is not possible on a device with these limits.</exception>
    internal void Validate(DeviceLimits limits)
    {
        Require(Width > 0 && Height > 0 && Width <= limits.MaxImageSize2D && Height <= limits.MaxImageSize2D, $"1 to {limits.MaxImageSize2D} pixels a side");
        Require(MipLevels >= 1 && MipLevels <= FullMipLevels(Width, Height), $"1 to {FullMipLevels(Width, Height)} mip levels");
        Require(ArrayLayers >= 1 && ArrayLayers <= limits.MaxImageArrayLayers, $"1 to {limits.MaxImageArrayLayers} layers");
        Require(SampleCount is >= 1 and <= 64 && int.IsPow2(SampleCount), "a power of two samples, at most 64");
        Require(SampleCount == 1 || MipLevels == 1, "one mip level when multisampled");
        Require(!IsCube || (Width == Height && ArrayLayers % 6 == 0), "a square image with a multiple of 6 layers for a cube");
        Require(Format != PixelFormat.Undefined && Usage != ImageUsage.None, "a format and a usage");
    }

    private void Require(bool condition, string expected)
    {
        if (!condition)
            throw new ArgumentException($"Image '{Name}' ({this}): expected {expected}.", nameof(condition));
    }
}
