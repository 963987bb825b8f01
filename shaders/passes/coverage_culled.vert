// As coverage.vert, for triangles that culling has placed on the image; objects that are not counted go beside it.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage.glsl"

layout(set = 2, binding = 3) uniform usamplerBuffer regionsByObject; // from draw.firstEntry on for this view; NOT_COUNTED

const uint NOT_COUNTED = 0xffffffffu;

layout(location = 0) in vec3 corner;
layout(location = 1) in uvec2 named;
layout(location = 0) flat out uint region;

void main()
{
    region = texelFetch(regionsByObject, int(draw.firstEntry + named.x - 1u)).x;
    gl_Position = region == NOT_COUNTED ? vec4(2.0, 2.0, 0.0, 1.0) : vec4(corner.xy, view.near, corner.z);
}
