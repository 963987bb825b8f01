// The mean of a pixel's four samples over the background.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/background.glsl"
#include "../common/resolve.glsl"

layout(set = 1, binding = 0) uniform sampler2DMS samples;

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= view.pixelCount) return;
    ivec2 pixel = pixel_of(index);
    vec4 sum = texelFetch(samples, pixel, 0) + texelFetch(samples, pixel, 1) + texelFetch(samples, pixel, 2) + texelFetch(samples, pixel, 3);
    store_over(index, sum * 0.25, background_at(pixel));
}
