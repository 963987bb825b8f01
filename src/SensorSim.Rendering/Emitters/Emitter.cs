using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Emitters;

/// <summary>A glowing surface as what it lights sees it: its light leaves one place, as far to each side as its areas face there.</summary>
/// <param name="Position">World, metres.</param>
/// <param name="Facing">Area that faces along it, m², weighted by the texture's luminance.</param>
/// <param name="Even">Area that faces every direction alike, m²: a quarter of what is turned every way.</param>
/// <param name="Radiance">Nit per channel where the weight is 1.</param>
/// <param name="Radius">Of the disc that stands for it, metres.</param>
/// <param name="IsTwoSided">Whether it glows on both sides.</param>
/// <param name="MaterialSlot">What has this material is not lit by it.</param>
internal sealed record Emitter(Vector3d Position, Vector3d Facing, double Even, Vector3 Radiance, double Radius, bool IsTwoSided, int MaterialSlot)
{
    /// <summary>Lumens: π times radiance times area, over all directions.</summary>
    public double Flux => Math.PI * ((0.2126 * Radiance.X) + (0.7152 * Radiance.Y) + (0.0722 * Radiance.Z)) * ((Facing.Length * (IsTwoSided ? 2 : 1)) + (4 * Even));

    public static Emitter Of(EmissiveCluster cluster, in Matrix4x4d toWorld, Material material, int materialSlot)
    {
        double determinant = toWorld.Determinant3x3, scale = Math.Pow(Math.Abs(determinant), 2.0 / 3);
        Vector3d v = cluster.Facing;
        Vector3d cofactors = (v.X * Vector3d.Cross(toWorld.ColumnY, toWorld.ColumnZ)) + (v.Y * Vector3d.Cross(toWorld.ColumnZ, toWorld.ColumnX))
            + (v.Z * Vector3d.Cross(toWorld.ColumnX, toWorld.ColumnY));
        Vector3d facing = Math.Sign(determinant) * cofactors;
        double flat = v.Length / cluster.Area, even = (cluster.Area - v.Length) * scale / 4 * (material.DoubleSided ? 2 : 1);
        double surface = cluster.Surface * ((flat * (v.Length > 0 ? facing.Length / v.Length : 0)) + ((1 - flat) * scale / 4));
        float alpha = material.AlphaMode == AlphaMode.Blend ? material.BaseColor.W : 1;
        return new(
            toWorld.TransformPoint(cluster.Centre), facing, even < 1e-9 * facing.Length ? 0 : even, alpha * material.Emissive * cluster.Tint, Math.Sqrt(surface / Math.PI),
            material.DoubleSided, materialSlot);
    }
}
