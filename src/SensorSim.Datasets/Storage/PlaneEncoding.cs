using SensorSim.Datasets.Images;

namespace SensorSim.Datasets.Storage;

/// <summary>How one plane of a frame is stored, where the defaults do not fit.</summary>
public sealed record PlaneEncoding
{
    public static PlaneEncoding Default { get; } = new();

    public ImageFormat Format { get; init; } = ImageFormat.Png;

    /// <summary>PNG only: what the plane is like, where the caller knows.</summary>
    public PngContent Content { get; init; } = PngContent.Automatic;

    /// <summary>PNG and JPEG: an XMP packet that the file carries beside its pixels.</summary>
    public string? Xmp { get; init; }

    /// <summary>Depth only: "planar" or "range".</summary>
    public string? Kind { get; init; }

    /// <summary>Depth only: metres per unit.</summary>
    public double? ScaleM { get; init; }

    /// <summary>Depth only: the code of a pixel that hit nothing.</summary>
    public int? Invalid { get; init; }

    /// <summary>Depth as 16-bit PNG.</summary>
    public static PlaneEncoding Depth(double scaleM, string kind = "planar") => new() { Kind = kind, ScaleM = scaleM, Invalid = 0 };

    /// <summary>Depth as float32 metres in OpenEXR, channel Z.</summary>
    public static PlaneEncoding DepthExr(string kind = "planar") => new() { Format = ImageFormat.Exr, Kind = kind, ScaleM = 1, Invalid = 0 };
}
