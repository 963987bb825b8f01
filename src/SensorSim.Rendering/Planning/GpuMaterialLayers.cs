using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>The texels of one material's layers, as layers.glsl reads them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GpuMaterialLayers
{
    /// <summary>Factor, roughness, normal scale; w is the reflectance of the dielectric at normal incidence.</summary>
    public Vector4 Coat;

    /// <summary>Colour, roughness.</summary>
    public Vector4 Sheen;

    /// <summary>Colour, factor.</summary>
    public Vector4 Specular;

    /// <summary>Factor; thickness, metres of the mesh; 1 / attenuation distance, per metre; 20 / Abbe number.</summary>
    public Vector4 Transmission;

    /// <summary>Attenuation colour; w is the index of refraction, at least 1.</summary>
    public Vector4 Attenuation;

    /// <summary>Factor, index of refraction, least and greatest thickness in nanometres.</summary>
    public Vector4 Film;

    /// <summary>Strength, cosine and sine of the rotation.</summary>
    public Vector4 Anisotropy;

    /// <summary>Two rows for each texture: uv' = row · (u, v, 1); w of the first is its UV set.</summary>
    public Rows Transforms;

    public static GpuMaterialLayers Of(Material material)
    {
        float ratio = (material.Ior - 1) / (material.Ior + 1);
        (float sin, float cos) = MathF.SinCos(material.Anisotropy?.RotationRadians ?? 0);
        var gpu = new GpuMaterialLayers
        {
            Coat = material.Clearcoat is { } c ? new(c.Factor, c.Roughness, c.NormalTexture?.Strength ?? 1, ratio * ratio) : new(0, 0, 1, ratio * ratio),
            Sheen = material.Sheen is { } s ? new(s.Color, s.Roughness) : default,
            Specular = material.Specular is { } p ? new(p.Color, p.Factor) : Vector4.One,
            Transmission = new(
                material.Transmission?.Factor ?? 0, material.Volume?.ThicknessMetres ?? 0, 1 / (material.Volume?.AttenuationDistanceMetres ?? float.PositiveInfinity), material.Dispersion),
            Attenuation = new(material.Volume?.AttenuationColor ?? Vector3.One, MathF.Max(material.Ior, 1)),
            Film = material.Iridescence is { } i ? new(i.Factor, i.Ior, i.MinimumThicknessNm, i.MaximumThicknessNm) : default,
            Anisotropy = new(material.Anisotropy?.Strength ?? 0, cos, sin, 0),
        };
        foreach (LayerSlot slot in Enum.GetValues<LayerSlot>())
        {
            TextureBinding? binding = LayerTextures.Of(material, slot);
            Matrix3x2 m = binding?.Transform ?? Matrix3x2.Identity;
            gpu.Transforms[2 * (int)slot] = new(m.M11, m.M21, m.M31, binding?.TexCoord ?? 0);
            gpu.Transforms[(2 * (int)slot) + 1] = new(m.M12, m.M22, m.M32, 0);
        }

        return gpu;
    }

    [InlineArray(2 * LayerTextures.SlotCount)]
    internal struct Rows
    {
        private Vector4 _first;
    }
}
