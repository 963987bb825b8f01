namespace SensorSim.Rendering.Planning;

/// <summary>A chunk's objects on one face of a camera with a lens.</summary>
/// <param name="Index">The face's number.</param>
/// <param name="Draws">Those of them that the face may show.</param>
/// <param name="Words">32-bit words of their bits on the face.</param>
/// <param name="FirstEntry">First of their entries in the list of drawn objects.</param>
/// <param name="FirstRegion">Region of that entry.</param>
/// <param name="FirstPlace">Where each of the chunk's objects lies on the face, in the order of the chunk: a region, empty for one that it does not show.</param>
internal sealed record CoverageFace(int Index, Draw[] Draws, int Words, int FirstEntry, int FirstRegion, int FirstPlace);
