using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Cousins;

/// <summary>
/// What use and dust do to a surface, as an even film: its colour goes towards dust, what is smooth gets rough, coats wear off and bare metal dulls. A model by
/// rule of thumb: nothing of it was measured.
/// </summary>
internal static class Wear
{
    /// <summary>Linear base colour of grey-brown dust; its reflectance is about a fifth.</summary>
    private static readonly Vector3 s_dust = new(0.22f, 0.19f, 0.15f);

    private const float MostDust = 0.45f;
    private const float RoughnessOfWorn = 0.8f;

    /// <param name="material">As new.</param>
    /// <param name="wear">0 as new, 1 after years.</param>
    public static Material Of(Material material, double wear)
    {
        float w = (float)wear;
        Vector4 color = material.BaseColor;
        Vector3 dusty = Vector3.Lerp(new(color.X, color.Y, color.Z), s_dust, MostDust * w);
        return material with
        {
            BaseColor = new(dusty, color.W),
            Roughness = material.Roughness + (w * Math.Max(0, RoughnessOfWorn - material.Roughness)),
            Metallic = material.Metallic * (1 - (MostDust * w)),
            Clearcoat = material.Clearcoat is { } coat ? coat with { Factor = coat.Factor * (1 - w), Roughness = coat.Roughness + (w * (1 - coat.Roughness) / 2) } : null,
            Transmission = material.Transmission is { } clear ? clear with { Factor = clear.Factor * (1 - (MostDust * w)) } : null,
        };
    }
}
