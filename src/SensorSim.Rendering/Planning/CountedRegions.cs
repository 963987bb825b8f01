namespace SensorSim.Rendering.Planning;

/// <summary>Objects in a row whose bits are counted.</summary>
/// <param name="First">Region of the first.</param>
/// <param name="Objects">Each with a region.</param>
/// <param name="LargestArea">Pixels of the largest region.</param>
internal readonly record struct CountedRegions(int First, int Objects, int LargestArea);
