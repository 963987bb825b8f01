using SensorSim.Rendering.Twin;

namespace SensorSim.Rendering.Planning;

/// <summary>Some objects of one mesh, one primitive of it.</summary>
/// <param name="FirstEntry">In the list of drawn objects.</param>
/// <param name="EntryCount">Objects.</param>
/// <param name="IsMirrored">Their transforms turn the winding round.</param>
internal readonly record struct Draw(GpuPrimitive Primitive, MaterialFeatures Features, int FirstEntry, int EntryCount, bool IsMirrored);
