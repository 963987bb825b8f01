namespace SensorSim.Datasets.Storage;

/// <summary>One category of the semantic image; id 0 is "unlabelled" and is never listed.</summary>
public sealed record DatasetCategory(int Id, string Name, string? Supercategory = null);
