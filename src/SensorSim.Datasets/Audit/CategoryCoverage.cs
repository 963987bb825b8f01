namespace SensorSim.Datasets.Audit;

/// <summary>How a category occurs in the frames of a dataset.</summary>
/// <param name="Id">As in the semantic image; 0 is unlabelled.</param>
/// <param name="Name">Its name.</param>
/// <param name="Objects">Entries with at least one visible pixel; the same object in two frames counts twice.</param>
/// <param name="NotVisible">Entries without one.</param>
/// <param name="Frames">Frames with a visible object.</param>
/// <param name="Samples">Samples with one.</param>
/// <param name="Distributions">Of the visible objects.</param>
public sealed record CategoryCoverage(
    int Id, string Name, long Objects, long NotVisible, long Frames, long Samples, IReadOnlyList<LabelDistribution> Distributions)
{
    /// <summary>The distribution of a measure.</summary>
    public LabelDistribution this[string measure] => Distributions.Single(distribution => distribution.Name == measure);
}
