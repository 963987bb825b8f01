using System.Globalization;

namespace SensorSim.Rendering.Sensors;

/// <summary>The fixed parts of a generated sensor shader.</summary>
internal static class ShaderFragments
{
    /// <summary>Invocations of a work group.</summary>
    public const int GroupSize = 64;

    public static readonly string Preamble = string.Create(CultureInfo.InvariantCulture, $$"""
        #version 460
        #extension GL_GOOGLE_include_directive : require
        #extension GL_GOOGLE_cpp_style_line_directive : require
        #include "common/pixels.glsl"
        #include "common/sensor.glsl"
        layout(local_size_x = {{GroupSize}}) in;
        layout(set = 0, binding = 0) uniform samplerBuffer source;
        layout(std430, set = 0, binding = 2) readonly buffer Frame { uint frame[]; };
        layout(set = 0, binding = 3) uniform usamplerBuffer frame_texels; // the same words
        """);

    public const string PackedTarget = "layout(std430, set = 0, binding = 1) buffer Target { uint target[]; };";

    public const string RgbTarget = "layout(std430, set = 0, binding = 1) writeonly buffer Target { vec4 target[]; };\nvec4 stored(vec3 signal) { return vec4(signal, 1.0); }";

    public const string MosaicTarget = "layout(std430, set = 0, binding = 1) writeonly buffer Target { float target[]; };\nfloat stored(vec3 signal) { return signal.x; }";

    // Everything that all pixels share is read once by each invocation, in front of its loop over pixels. What differs from pixel to pixel is
    // read as texels: a software device reads a storage block lane by lane.
    public static readonly string FrameAccess = string.Create(CultureInfo.InvariantCulture, $$"""
        struct StageHead
        {
            uint stream;
            float black_level;
            float white_level;
            uint coefficients;
            int coefficient_count;
            vec4 first_coefficients;
            float slope;
        };

        uint pixel_count;
        uint layer_count;
        uint row_weights;
        uint filters;
        float display_scale;
        PixelSite frame_site;
        StageHead current_stage;

        uint invocation_index()
        {
            return (gl_WorkGroupID.y * gl_NumWorkGroups.x + gl_WorkGroupID.x) * {{GroupSize}}u + gl_LocalInvocationIndex;
        }

        float frame_float(uint word)
        {
            return uintBitsToFloat(frame[word]);
        }

        float frame_texel(uint word)
        {
            return uintBitsToFloat(texelFetch(frame_texels, int(word)).x);
        }

        void load_site()
        {
            frame_site.size = ivec2(frame[{{FrameLayout.Width}}u], frame[{{FrameLayout.Height}}u]);
            pixel_count = uint(frame_site.size.x) * uint(frame_site.size.y);
            layer_count = frame[{{FrameLayout.LayerCount}}u];
            row_weights = frame[{{FrameLayout.RowWeights}}u];
            display_scale = frame_float({{FrameLayout.DisplayScale}}u);
            frame_site.exposure_seconds = frame_float({{FrameLayout.ExposureSeconds}}u);
            frame_site.row_time_seconds = frame_float({{FrameLayout.RowTimeSeconds}}u);
            frame_site.lux_seconds_per_nit = frame_float({{FrameLayout.LuxSecondsPerNit}}u);
            frame_site.iso = frame_float({{FrameLayout.Iso}}u);
            frame_site.random.key = uvec2(frame[{{FrameLayout.FrameKey}}u], frame[{{FrameLayout.FrameKey + 1}}u]);
            frame_site.random.step = frame[{{FrameLayout.Step}}u];
            frame_site.fixed_pattern.key = uvec2(frame[{{FrameLayout.SensorKey}}u], frame[{{FrameLayout.SensorKey + 1}}u]);
            frame_site.fixed_pattern.step = 0xFFFFFFFFu;
        }

        StageHead load_head(uint word)
        {
            uint first = word + {{FrameLayout.StageFirstCoefficients}}u;
            return StageHead(
                frame[word + {{FrameLayout.StageStream}}u],
                frame_float(word + {{FrameLayout.StageBlackLevel}}u),
                frame_float(word + {{FrameLayout.StageWhiteLevel}}u),
                frame[word + {{FrameLayout.StageCoefficients}}u],
                int(frame[word + {{FrameLayout.StageCoefficientCount}}u]),
                vec4(frame_float(first), frame_float(first + 1u), frame_float(first + 2u), frame_float(first + 3u)),
                frame_float(word + {{FrameLayout.StageSlope}}u));
        }

        float stage_coefficient(int i)
        {
            return i < 4 ? current_stage.first_coefficients[i & 3] : frame_texel(current_stage.coefficients + uint(i));
        }

        // Of a mosaic: 0 red, 1 green, 2 blue, 3 clear.
        uint filter_color_at(ivec2 pixel)
        {
            return filters >> (uint(pixel.y & 1) * 4u + uint(pixel.x & 1) * 2u) & 3u;
        }

        PixelSite site_at(uint index)
        {
            PixelSite site = frame_site;
            site.pixel = pixel_at(index, site.size.x, 1.0 / float(site.size.x));
            site.random.pixel = index;
            site.fixed_pattern.pixel = pattern_index(site.pixel, site.size);
            site.filter_color = filter_color_at(site.pixel);
            return site;
        }

        void enter_stage(inout PixelSite site, StageHead stage)
        {
            current_stage = stage;
            site.random.stream = stage.stream;
            site.fixed_pattern.stream = stage.stream;
            site.black_level = stage.black_level;
            site.white_level = stage.white_level;
        }
        """);

    // By bits: a compiler may take for granted that no number is infinite or none at all.
    public const string FiniteCheck = """
        uint not_finite;

        void check_finite(vec3 signal, uint bit)
        {
            not_finite |= any(equal(floatBitsToUint(signal) & 0x7F800000u, uvec3(0x7F800000u))) ? bit : 0u;
        }
        """;

    public const string SignalAccess = """
        uint first_texel;

        // A pixel anywhere: the border repeats.
        vec3 signal_at(ivec2 pixel)
        {
            ivec2 inside = clamp(pixel, ivec2(0), frame_site.size - 1);
            return texelFetch(source, int(first_texel) + inside.y * frame_site.size.x + inside.x).rgb;
        }
        """;

    public const string InputAccess = """
        layout(set = 0, binding = 4) uniform samplerBuffer stage_input;

        // A pixel of what the stage took, in front of its first pass.
        vec3 input_at(ivec2 pixel)
        {
            ivec2 inside = clamp(pixel, ivec2(0), frame_site.size - 1);
            return texelFetch(stage_input, int(first_texel) + inside.y * frame_site.size.x + inside.x).rgb;
        }
        """;

    public const string CollapseLoop = """
            uint weights = row_weights + uint(site.pixel.y) * layer_count;
            for (uint l = 0u; l < layer_count; l++)
            {
                signal += frame_texel(weights + l) * layer_signal(l, index, site);
            }

        """;

    public const string FloatMain = """
        void main()
        {
            load_frame();
            uint index = invocation_index(), layer = gl_WorkGroupID.z;
            if (index < pixel_count)
            {
                target[layer * pixel_count + index] = stored(run(layer, index));
            }
        }
        """;

    // Three bytes a pixel, tightly packed.
    public const string PackDisplay = """
                uint pixel_bits = rgb.r | rgb.g << 8 | rgb.b << 16;
                words |= i == 0u ? uvec3(pixel_bits, 0u, 0u)
                    : i == 1u ? uvec3(pixel_bits << 24, pixel_bits >> 8, 0u)
                    : i == 2u ? uvec3(0u, pixel_bits << 16, pixel_bits >> 16)
                    : uvec3(0u, 0u, pixel_bits << 8);
        """;

    public const string PackMosaic = """
                uint sample_bits = rgb.r << ((i & 1u) * 16u);
                words |= i < 2u ? uvec3(sample_bits, 0u, 0u) : i < 4u ? uvec3(0u, sample_bits, 0u) : uvec3(0u, 0u, sample_bits);
        """;

    public const string PackRaw = """
                words |= i == 0u ? uvec3(rgb.r | rgb.g << 16, rgb.b, 0u) : uvec3(0u, rgb.r << 16, rgb.g | rgb.b << 16);
        """;

    public const string PackVariance = """
                words = rgb;
        """;

    public const string PackMosaicVariance = """
                words |= rgb.r * uvec3(equal(uvec3(i), uvec3(0u, 1u, 2u)));
        """;
}
