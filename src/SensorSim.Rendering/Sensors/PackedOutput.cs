using System.Globalization;

namespace SensorSim.Rendering.Sensors;

/// <summary>The end of a chain's last shader: samples rounded and packed into words as the host reads them, and pixels that are not finite counted behind them.</summary>
internal static class PackedOutput
{
    public const string Target = "layout(std430, set = 0, binding = 1) buffer Target { uint target[]; };";

    // Three bytes a pixel, tightly packed.
    private const string PackDisplay = """
                uint pixel_bits = rgb.r | rgb.g << 8 | rgb.b << 16;
                words |= i == 0u ? uvec3(pixel_bits, 0u, 0u)
                    : i == 1u ? uvec3(pixel_bits << 24, pixel_bits >> 8, 0u)
                    : i == 2u ? uvec3(0u, pixel_bits << 16, pixel_bits >> 16)
                    : uvec3(0u, 0u, pixel_bits << 8);
        """;

    private const string PackMosaic = """
                uint sample_bits = rgb.r << ((i & 1u) * 16u);
                words |= i < 2u ? uvec3(sample_bits, 0u, 0u) : i < 4u ? uvec3(0u, sample_bits, 0u) : uvec3(0u, 0u, sample_bits);
        """;

    private const string PackRaw = """
                words |= i == 0u ? uvec3(rgb.r | rgb.g << 16, rgb.b, 0u) : uvec3(0u, rgb.r << 16, rgb.g | rgb.b << 16);
        """;

    private const string PackFloat = """
                words = rgb;
        """;

    private const string PackMosaicFloat = """
                words |= rgb.r * uvec3(equal(uvec3(i), uvec3(0u, 1u, 2u)));
        """;

    /// <summary>Pixels that one invocation packs into three words: four of 24 bits, two of 48, six of 16, three of 32, or one of 96.</summary>
    public static int PixelsPerInvocation(SensorChain chain) => 12 / (chain.OutputChannels * (int)chain.OutputType);

    public static string Main(SensorChain chain)
    {
        string samples = chain.Ending switch
        {
            ChainEnding.Expose => "srgb_encode(signal * display_scale) * 255.0 + 0.5",
            ChainEnding.Encode => "srgb_encode(signal) * 255.0 + 0.5",
            ChainEnding.Variance or ChainEnding.Radiance => "floatBitsToUint(signal)",
            ChainEnding.Quantize => "clamp(signal, 0.0, 1.0) * 255.0 + 0.5",
            _ => "clamp(signal + 0.5, 0.0, 65535.0)",
        };
        string pack = (chain.Ending, chain.OutputChannels) switch
        {
            (ChainEnding.Variance, 1) => PackMosaicFloat,
            (ChainEnding.Variance or ChainEnding.Radiance, _) => PackFloat,
            (ChainEnding.Store, 1) => PackMosaic,
            (ChainEnding.Store, _) => PackRaw,
            _ => PackDisplay,
        };
        int pixels = PixelsPerInvocation(chain);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            void main()
            {
                load_frame();
                uint invocation = invocation_index();
                uint first = invocation * {{pixels}}u;
                if (first >= pixel_count)
                {
                    return;
                }
                uvec3 words = uvec3(0u);
                uint bad_pixels = 0u, bad_signals = 0u;
                for (uint i = 0u; i < {{pixels}}u; i++)
                {
                    not_finite = 0u;
                    vec3 signal = run(0u, min(first + i, pixel_count - 1u));
                    bad_pixels += not_finite != 0u && first + i < pixel_count ? 1u : 0u;
                    bad_signals |= not_finite;
                    uvec3 rgb = uvec3({{samples}});
            {{pack}}
                }
                target[3u * invocation] = words.x;
                target[3u * invocation + 1u] = words.y;
                target[3u * invocation + 2u] = words.z;
                if (bad_pixels > 0u)
                {
                    uint last_words = 3u * ((pixel_count + {{pixels - 1}}u) / {{pixels}}u);
                    atomicAdd(target[last_words], bad_pixels);
                    atomicOr(target[last_words + 1u], bad_signals);
                }
            }
            """);
    }
}
