using SensorSim.Cameras;
using SensorSim.Signals;

namespace SensorSim.Rendering;

/// <summary>
/// A view's labels and whatever its consumer left. Planes that were not asked for are null. The memory belongs to the
/// <see cref="FrameOutput"/>: encode before disposing it.
/// </summary>
public sealed record ViewOutput(CameraView Camera)
{
    /// <summary>u16 steps or float32 metres; see <see cref="DepthKind"/>.</summary>
    public PixelPlane? Depth { get; init; }

    /// <summary>"planar" or "range".</summary>
    public required string DepthKind { get; init; }

    /// <summary>u16 RGB: (n + 1) / 2 · 65535 in the camera frame; 0, 0, 0 where nothing is.</summary>
    public PixelPlane? Normal { get; init; }

    /// <summary>u16 instance id.</summary>
    public PixelPlane? Instance { get; init; }

    /// <summary>u8 or u16 category id.</summary>
    public PixelPlane? Category { get; init; }

    /// <summary>Further outputs that were asked for, float32, 0 where nothing is.</summary>
    public IReadOnlyDictionary<LabelKinds, PixelPlane> Surfaces { get; init; } = new Dictionary<LabelKinds, PixelPlane>();

    /// <summary>By instance id − 1; empty when coverage was not asked for.</summary>
    public IReadOnlyList<ObjectCoverage> Coverage { get; init; } = [];

    /// <summary>Empty when solo masks were not asked for.</summary>
    public ObjectMasks Masks { get; init; } = ObjectMasks.None;

    /// <summary>The instants of the rows' labels; empty where all are of <see cref="Camera"/>'s.</summary>
    public IReadOnlyList<LabelRows> LabelRows { get; init; } = [];

    /// <summary>What the <see cref="IRadianceConsumer"/> wrote.</summary>
    public ReadOnlyMemory<byte> Consumed { get; init; }
}
