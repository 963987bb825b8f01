namespace SensorSim.Datasets.Audit;

/// <summary>One bin of a measure of labels.</summary>
/// <param name="Label">"2 to 5", "back_left".</param>
/// <param name="Count">Visible objects in it.</param>
public sealed record LabelBin(string Label, long Count);
