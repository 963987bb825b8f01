// Transparent surfaces over the shaded opaque image.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/resolve.glsl"

layout(set = 1, binding = 0) uniform sampler2D drawnLayer;

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= view.pixelCount) return;
    vec4 drawn = texelFetch(drawnLayer, pixel_of(index), 0);
    store_over(index, drawn, radiance[push.layer * view.pixelCount + index].rgb);
}
