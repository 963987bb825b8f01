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

    public const string RgbTarget = "layout(std430, set = 0, binding = 1) writeonly buffer Target { vec4 target[]; };\nvec4 stored(vec3 signal) { return vec4(signal, 1.0); }";

    public const string MosaicTarget = "layout(std430, set = 0, binding = 1) writeonly buffer Target { float target[]; };\nfloat stored(vec3 signal) { return signal.x; }";

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
}
