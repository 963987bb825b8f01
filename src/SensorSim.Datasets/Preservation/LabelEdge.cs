namespace SensorSim.Datasets.Preservation;

/// <summary>Two neighbouring pixels of different objects.</summary>
/// <param name="Inside">The pixel of the object whose outline this is: the one in front, or the smaller of two that touch.</param>
/// <param name="Outside">The other pixel.</param>
internal readonly record struct LabelEdge(int Inside, int Outside);
