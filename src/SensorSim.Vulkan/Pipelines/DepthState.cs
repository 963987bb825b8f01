namespace SensorSim.Vulkan.Pipelines;

/// <summary>Depth test and write. Bias is in units of the format's smallest step (constant) and of the polygon's slope.</summary>
public sealed record DepthState
{
    public static DepthState Disabled { get; } = new() { IsTested = false, IsWritten = false };

    /// <summary>Nearer passes, near plane at 0.</summary>
    public static DepthState LessAndWrite { get; } = new();

    /// <summary>Nearer passes, near plane at 1 (reversed depth: even precision over distance).</summary>
    public static DepthState GreaterAndWrite { get; } = new() { Compare = CompareOperation.Greater };

    public bool IsTested { get; init; } = true;

    public bool IsWritten { get; init; } = true;

    public CompareOperation Compare { get; init; } = CompareOperation.Less;

    public float BiasConstant { get; init; }

    public float BiasSlope { get; init; }

    /// <summary>Clamps depth instead of clipping at the near and far planes; needs <see cref="DeviceFeatures.DepthClamp"/>.</summary>
    public bool IsClamped { get; init; }
}
