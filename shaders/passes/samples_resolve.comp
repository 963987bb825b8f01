// The mean of a pixel's four samples over the background.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/background.glsl"
#include "../common/samples.glsl"
#include "../common/radiance.glsl"

layout(local_size_x = 64) in;

void main()
{
    uint pixel = gl_GlobalInvocationID.x;
    if (pixel >= view.pixelCount) return;
    vec3 background = background_at(pixel_of(pixel));
    vec4 sum = vec4(0.0);
    for (uint i = 0u; i < SAMPLES; i++) {
        uint mask = mask_of(seenBySamples[pixel * SAMPLES + i]);
        if (mask == 0u) break;
        sum += vec4(sampleRadiance[pixel * SAMPLES + i].rgb, 1.0) * (0.25 * float(bitCount(mask)));
    }
    radiance[pixel] = vec4(sum.rgb + (1.0 - sum.a) * background, 1.0);
}
