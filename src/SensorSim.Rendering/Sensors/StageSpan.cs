namespace SensorSim.Rendering.Sensors;

/// <summary>
/// Stages that one dispatch runs: pointwise stages on each layer, the exposure window that joins the layers, pointwise stages
/// on the image; or one pass of a neighbourhood stage alone. Numbers are indices into the chain.
/// </summary>
internal sealed record StageSpan(IReadOnlyList<int> LayerStages, bool Collapses, IReadOnlyList<int> ImageStages)
{
    /// <summary>The pass of the neighbourhood stage; null for pointwise stages.</summary>
    public int? NeighbourhoodPass { get; init; }

    public bool IsLast { get; init; }

    /// <summary>In front of the shutter, so once for each layer.</summary>
    public bool OverLayers { get; init; }

    public IEnumerable<int> Stages => LayerStages.Concat(ImageStages);
}
