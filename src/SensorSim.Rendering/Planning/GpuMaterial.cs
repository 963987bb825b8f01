using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>The texels of one material, as material.glsl reads them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GpuMaterial
{
    public Vector4 BaseColor;
    public Vector4 Emissive;
    public Vector4 Factors;
    public Rows Transforms;

    /// <param name="sideLog2">Logarithm of the side of its interleaved textures.</param>
    /// <param name="spanList">The list of spans that its pixels are in.</param>
    /// <param name="lamp">The lamp that is seen glowing on it, by index; null glows by itself.</param>
    public static GpuMaterial Of(Material material, int sideLog2, int spanList, int? lamp)
    {
        var gpu = new GpuMaterial
        {
            BaseColor = material.BaseColor,
            Emissive = new(material.Emissive, material.AlphaCutoff),
            Factors = new(material.Metallic, material.Roughness, material.NormalTexture?.Strength ?? 1, material.OcclusionTexture?.Strength ?? 1),
        };
        foreach (TextureSlot slot in Enum.GetValues<TextureSlot>())
        {
            Matrix3x2 m = MaterialTextures.Of(material, slot)?.Transform ?? Matrix3x2.Identity;
            gpu.Transforms[2 * (int)slot] = new(m.M11, m.M21, m.M31, 0);
            gpu.Transforms[(2 * (int)slot) + 1] = new(m.M12, m.M22, m.M32, 0);
        }

        gpu.Transforms[0].W = sideLog2;
        gpu.Transforms[1].W = spanList;
        gpu.Transforms[2].W = material.AlphaMode == AlphaMode.Opaque ? 0 : 1; // it may have holes
        gpu.Transforms[3].W = lamp + 1 ?? 0;
        return gpu;
    }

    [InlineArray(2 * MaterialTextures.SlotCount)]
    internal struct Rows
    {
        private Vector4 _first;
    }
}
