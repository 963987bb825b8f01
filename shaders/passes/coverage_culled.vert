// As coverage.vert, for triangles that culling has placed on the image; objects that are not counted go beside it.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage_vertex.glsl"

layout(set = 2, binding = 2) uniform usamplerBuffer regionsByObject; // from draw.firstEntry on for this view; NOT_COUNTED

const uint NOT_COUNTED = 0xffffffffu;

layout(location = 0) in vec3 corner;
layout(location = 1) in uvec2 named;
layout(location = 0) flat out uvec2 rows;

void main()
{
    uint region = texelFetch(regionsByObject, int(draw.firstEntry + named.x - 1u)).x;
    bool isCounted = region != NOT_COUNTED;
    rows = rows_of(regions[isCounted ? region : 0u]);
    gl_Position = isCounted ? vec4(corner.xy, view.near, corner.z) : vec4(2.0, 2.0, 0.0, 1.0);
}
