namespace SensorSim.Datasets.Labels;

/// <summary>What one instance would cover if it were alone, each pixel counted once.</summary>
/// <param name="InsidePixels">Pixels inside the image; null when nothing can hide any of them, so that they are the visible ones.</param>
/// <param name="OutsidePixels">Pixels outside the image, on a canvas three times as wide and high with the image in its middle.</param>
public readonly record struct SoloCoverage(int? InsidePixels, int OutsidePixels);
