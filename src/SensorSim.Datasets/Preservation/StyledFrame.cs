using SensorSim.Signals;

namespace SensorSim.Datasets.Preservation;

/// <summary>One frame before and after restyling, with the labels that are to stay true. All planes have one size.</summary>
/// <param name="Before">The image that the labels were made with: three channels of 8 or 16 bits.</param>
/// <param name="After">The restyled image: three channels of 8 or 16 bits.</param>
/// <param name="Instance">16-bit instance ids, 0 = background.</param>
public sealed record StyledFrame(PixelPlane Before, PixelPlane After, PixelPlane Instance)
{
    /// <summary>16-bit steps or float32 metres along +Z, 0 = nothing hit; says which of two neighbours stands in front.</summary>
    public PixelPlane? Depth { get; init; }

    /// <summary>16-bit normals in the camera frame, (n + 1) / 2 · 65535, 0 = nothing.</summary>
    public PixelPlane? Normal { get; init; }

    /// <summary>Movement to the next step, KITTI's 16-bit code.</summary>
    public PixelPlane? Flow { get; init; }

    /// <summary>8 bits: 255 where the point is hidden or outside the image at the next step.</summary>
    public PixelPlane? Occlusion { get; init; }

    /// <summary>Instance id → name, for messages; an id without one is told by its number.</summary>
    public IReadOnlyDictionary<int, string> Names { get; init; } = new Dictionary<int, string>();

    /// <summary>What began and ceased to touch since the step before, by the names above.</summary>
    public IReadOnlyList<ContactEventRecord> Contacts { get; init; } = [];

    /// <summary>Pixels.</summary>
    public int Width => Before.Width;

    /// <summary>Pixels.</summary>
    public int Height => Before.Height;

    /// <summary>The name of an instance, else its number.</summary>
    public string NameOf(int id) => Names.TryGetValue(id, out string? name) ? name : id == 0 ? "background" : $"instance {id.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <exception cref="ArgumentException">A plane is not of the size or kind that it should be.</exception>
    public void Validate()
    {
        RequireColor(Before, nameof(Before));
        RequireColor(After, nameof(After));
        Require(Instance, nameof(Instance), 1, SampleType.UInt16);
        if (Depth is { } depth)
            Require(depth, nameof(Depth), 1, depth.SampleType == SampleType.Float32 ? SampleType.Float32 : SampleType.UInt16);
        if (Normal is { } normal)
            Require(normal, nameof(Normal), 3, SampleType.UInt16);
        if (Flow is { } flow)
            Require(flow, nameof(Flow), 3, SampleType.UInt16);
        if (Occlusion is { } occlusion)
            Require(occlusion, nameof(Occlusion), 1, SampleType.UInt8);
    }

    private void RequireColor(in PixelPlane plane, string name) => Require(plane, name, 3, plane.SampleType == SampleType.UInt16 ? SampleType.UInt16 : SampleType.UInt8);

    private void Require(in PixelPlane plane, string name, int channels, SampleType type)
    {
        if (plane.Width != Width || plane.Height != Height || plane.Channels != channels || plane.SampleType != type || plane.Bytes.Length != plane.ByteCount)
        {
            throw new ArgumentException(
                $"{name} should be {Width}x{Height} with {channels} of {type}, not {plane.Width}x{plane.Height} with {plane.Channels} of {plane.SampleType} in {plane.Bytes.Length} bytes.", name);
        }
    }
}
