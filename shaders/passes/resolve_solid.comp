// What was drawn with one sample over the background.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/background.glsl"
#include "../common/resolve.glsl"

layout(set = 1, binding = 0) uniform sampler2D drawnLayer;

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= view.pixelCount) return;
    ivec2 pixel = pixel_of(index);
    store_over(index, texelFetch(drawnLayer, pixel, 0), background_at(pixel));
}
