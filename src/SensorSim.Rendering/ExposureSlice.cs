using SensorSim.Scenes.Model;

namespace SensorSim.Rendering;

/// <summary>One of the instants whose images an exposure adds up.</summary>
/// <param name="Instance">The cousin at the instant.</param>
/// <param name="Views">In the order of the request's views; null where a camera has no part in this slice.</param>
public sealed record ExposureSlice(SceneInstance Instance, IReadOnlyList<SliceView?> Views)
{
    /// <summary>Samples of a pixel, 1 or 4; null is the renderer's setting.</summary>
    public int? Samples { get; init; }
}
