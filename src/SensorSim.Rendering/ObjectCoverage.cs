namespace SensorSim.Rendering;

/// <summary>How many pixels an object would cover if it stood alone.</summary>
/// <param name="InsidePixels">Inside the image; null when no other object can hide any of them, so that they are the visible ones.</param>
/// <param name="OutsidePixels">Outside the image, on a canvas three times as wide and high around it.</param>
public readonly record struct ObjectCoverage(int? InsidePixels, int OutsidePixels);
