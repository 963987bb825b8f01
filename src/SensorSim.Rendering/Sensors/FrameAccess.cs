using System.Globalization;

namespace SensorSim.Rendering.Sensors;

/// <summary>How a generated sensor shader reads the words of a <see cref="FrameLayout"/>.</summary>
internal static class FrameAccess
{
    // Everything that all pixels share is read once by each invocation, in front of its loop over pixels. What differs from pixel to pixel is
    // read as texels: a software device reads a storage block lane by lane.
    public static readonly string Declarations = string.Create(CultureInfo.InvariantCulture, $$"""
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
            return (gl_WorkGroupID.y * gl_NumWorkGroups.x + gl_WorkGroupID.x) * {{ShaderFragments.GroupSize}}u + gl_LocalInvocationIndex;
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
}
