using System.Numerics;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Twin;

/// <summary>All textures of one opaque material in one buffer, texel by texel, as interleaved.glsl reads them.</summary>
internal sealed class InterleavedTextures : IDisposable
{
    private const int LargestSide = 4096;
    private const int WordsPerTexel = 4;

    private readonly DeviceBuffer _buffer;

    public InterleavedTextures(Device device, UploadRing uploads, Scene scene, Material material)
    {
        int side = ImageOf(scene, Bindings(material).First().Binding).Width;
        SideLog2 = BitOperations.Log2((uint)side);
        uint[] words = Interleave(scene, material, side);
        _buffer = new(device, (ulong)words.Length * sizeof(uint), BufferUsage.UniformTexel, name: "interleaved textures");
        View = new(device, _buffer, PixelFormat.R32G32B32A32UInt);
        device.Execute(recorder => uploads.Upload<uint>(recorder, words, _buffer));
    }

    public TexelView View { get; }

    /// <summary>Logarithm of the first level's side.</summary>
    public int SideLog2 { get; }

    /// <summary>
    /// Whether a material's textures can be interleaved: opaque, at least one texture, all of one size (square, a power of two) and sampled
    /// in the same way: trilinear, repeating, by the same texture coordinates.
    /// </summary>
    public static bool Fit(Scene scene, Material material)
    {
        TextureBinding[] bindings = [.. Bindings(material).Select(item => item.Binding)];
        if (material.AlphaMode != AlphaMode.Opaque || bindings.Length == 0)
        {
            return false;
        }

        Image first = ImageOf(scene, bindings[0]);
        return first.Width == first.Height && BitOperations.IsPow2(first.Width) && first.Width is > 1 and <= LargestSide
            && bindings.All(binding => scene.Textures[binding.Texture].Sampler == TextureSampler.Default
                && (ImageOf(scene, binding).Width, ImageOf(scene, binding).Height) == (first.Width, first.Height)
                && (binding.TexCoord, binding.Transform) == (bindings[0].TexCoord, bindings[0].Transform));
    }

    public void Dispose()
    {
        View.Dispose();
        _buffer.Dispose();
    }

    private static IEnumerable<(TextureSlot Slot, TextureBinding Binding)> Bindings(Material material) =>
        from slot in Enum.GetValues<TextureSlot>()
        let binding = MaterialTextures.Of(material, slot)
        where binding is not null
        select (slot, binding);

    private static Image ImageOf(Scene scene, TextureBinding binding) => scene.Images[scene.Textures[binding.Texture].Image];

    // Levels from one texel up. What a material lacks is white, which its factors then scale.
    private static uint[] Interleave(Scene scene, Material material, int side)
    {
        uint[] words = new uint[((4 * side * side) - 1) / 3 * WordsPerTexel];
        Array.Fill(words, uint.MaxValue);
        foreach ((TextureSlot slot, TextureBinding binding) in Bindings(material))
        {
            int first = words.Length / WordsPerTexel;
            foreach (byte[] level in MipChain.Of(ImageOf(scene, binding).Rgba, side, MaterialTextures.IsSrgb(slot)))
            {
                first -= level.Length / 4;
                Put(words, first, level, slot);
            }
        }

        return words;
    }

    private static void Put(uint[] words, int first, byte[] rgba, TextureSlot slot) => Parallel.For(0, (rgba.Length + 65535) / 65536, block =>
    {
        int end = Math.Min((block + 1) * 65536, rgba.Length);
        for (int at = block * 65536, word = (first + (at / 4)) * WordsPerTexel; at < end; at += 4, word += WordsPerTexel)
        {
            uint r = rgba[at], g = rgba[at + 1], b = rgba[at + 2];
            uint rgb = r | (g << 8) | (b << 16);
            switch (slot)
            {
                case TextureSlot.BaseColor: words[word] = (words[word] & 0xff000000) | rgb; break;
                case TextureSlot.Emissive: words[word + 1] = (words[word + 1] & 0xff000000) | rgb; break;
                case TextureSlot.Occlusion: words[word + 1] = (words[word + 1] & 0x00ffffff) | (r << 24); break;
                case TextureSlot.Normal: words[word + 2] = (words[word + 2] & 0xff000000) | rgb; break;
                default: (words[word], words[word + 2]) = ((words[word] & 0x00ffffff) | (b << 24), (words[word + 2] & 0x00ffffff) | (g << 24)); break;
            }
        }
    });
}
