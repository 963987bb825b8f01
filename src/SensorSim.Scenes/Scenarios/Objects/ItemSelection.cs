namespace SensorSim.Scenes.Scenarios.Objects;

/// <summary>Objects of the library by what they are: any of a category may stand in for an object, and nothing that is much larger or smaller.</summary>
/// <param name="Category">Of the library.</param>
/// <param name="SizeWithin">By how much the longer of two longest sides may exceed the other, as a share: 0.3 is 30 %; null takes any size.</param>
public sealed record ItemSelection(string Category, double? SizeWithin);
