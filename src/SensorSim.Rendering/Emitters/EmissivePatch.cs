using System.Numerics;
using SensorSim.Geometry;

namespace SensorSim.Rendering.Emitters;

/// <summary>A small piece of an emissive triangle.</summary>
/// <param name="Centre">Mesh space.</param>
/// <param name="Facing">Area along the normal.</param>
/// <param name="Colour">Of the texture, linear.</param>
internal readonly record struct EmissivePatch(Vector3d Centre, Vector3d Facing, Vector3 Colour)
{
    public double Luminance => (0.2126 * Colour.X) + (0.7152 * Colour.Y) + (0.0722 * Colour.Z);

    /// <summary>Area times luminance.</summary>
    public double Weight => Facing.Length * Luminance;

    /// <summary>All of them as one.</summary>
    public static EmissiveCluster Join(ReadOnlySpan<EmissivePatch> patches)
    {
        Vector3d centre = Vector3d.Zero, facing = Vector3d.Zero, colour = Vector3d.Zero;
        double area = 0, surface = 0;
        foreach (EmissivePatch patch in patches)
        {
            double size = patch.Facing.Length;
            centre += patch.Weight * patch.Centre;
            facing += patch.Luminance * patch.Facing;
            colour += size * new Vector3d(patch.Colour.X, patch.Colour.Y, patch.Colour.Z);
            area += patch.Weight;
            surface += size;
        }

        Vector3d tint = 1 / area * colour;
        return new(1 / area * centre, facing, area, surface, new((float)tint.X, (float)tint.Y, (float)tint.Z));
    }
}
