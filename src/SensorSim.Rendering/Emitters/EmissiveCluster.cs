using System.Numerics;
using SensorSim.Geometry;

namespace SensorSim.Rendering.Emitters;

/// <summary>Emissive triangles that lie together, in their mesh's space, scaled as their node is. Areas are weighted by the luminance of the texture.</summary>
/// <param name="Centre">Of the light that leaves.</param>
/// <param name="Facing">Sum of the areas as vectors along their normals.</param>
/// <param name="Area">Sum of the areas; as long as <paramref name="Facing"/> where all lie in one plane.</param>
/// <param name="Surface">Area without weights, of all that emits.</param>
/// <param name="Tint">Colour of the texture, of luminance 1.</param>
internal sealed record EmissiveCluster(Vector3d Centre, Vector3d Facing, double Area, double Surface, Vector3 Tint);
