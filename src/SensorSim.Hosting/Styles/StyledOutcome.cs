using SensorSim.Signals;

namespace SensorSim.Hosting.Styles;

/// <summary>A frame behind its style.</summary>
/// <param name="Before">What the style was given, as the gate looks at it: three channels of 8 or 16 bits.</param>
/// <param name="After">What it gave back.</param>
/// <param name="Planes">Output name → pixels, for every output that is new with it.</param>
internal sealed record StyledOutcome(PixelPlane Before, PixelPlane After, IReadOnlyDictionary<string, PixelPlane> Planes)
{
    /// <summary>Output of the finished picture.</summary>
    public const string Picture = "rgb";

    /// <summary>Output of the light in front of the camera.</summary>
    public const string Light = "radiance";

    /// <summary>Outputs that a sensor makes of the same light as its picture.</summary>
    public static IReadOnlyList<string> Twins { get; } = ["clean", "noise_variance"];

    /// <summary>Why the frame is rejected, gate aside; null when it is not.</summary>
    public string? Rejected { get; init; }
}
