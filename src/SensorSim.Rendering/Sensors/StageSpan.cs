using SensorSim.Sensors;

namespace SensorSim.Rendering.Sensors;

/// <summary>
/// What one dispatch runs: it reads its source, through a kernel or pixel for pixel, then pointwise stages on each layer, the exposure window that joins the
/// layers, and pointwise stages on the image. Numbers are indices into the chain.
/// </summary>
internal sealed record StageSpan
{
    /// <summary>One pass of a neighbourhood stage, which reads the source around the pixel; null where the pixel alone is read.</summary>
    public KernelPass? Kernel { get; init; }

    public IReadOnlyList<int> LayerStages { get; init; } = [];

    /// <summary>Whether the rows' exposure windows join the layers here.</summary>
    public bool Collapses { get; init; }

    public IReadOnlyList<int> ImageStages { get; init; } = [];

    public bool IsLast { get; init; }

    /// <summary>What it gives lies in front of the shutter, so that it runs once for each layer.</summary>
    public bool OverLayers { get; init; }

    /// <summary>Whether another pass of its stage follows.</summary>
    public bool IsUnfinished(SensorChain chain) => Kernel is { } kernel && kernel.Pass + 1 < ((INeighbourhoodStage)chain.Stages[kernel.Stage].Stage).Passes;

    /// <summary>In the chain's order.</summary>
    public IEnumerable<int> Stages => (Kernel is { } kernel ? [kernel.Stage] : Enumerable.Empty<int>()).Concat(LayerStages).Concat(ImageStages);
}
