namespace SensorSim.Datasets.Labels;

/// <summary>
/// What each instance would cover if it were alone, indexed by id, each pixel counted once.
/// </summary>
/// <param name="InsidePixels">Pixels inside the image.</param>
/// <param name="CanvasPixels">Pixels on a canvas three times as wide and high with the image in its middle, the image included.</param>
public sealed record SoloCoverage(IReadOnlyList<int> InsidePixels, IReadOnlyList<int> CanvasPixels);
