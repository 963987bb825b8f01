// Counts the pixels of objects with holes.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage.glsl"
#include "../common/cutout.glsl"

layout(push_constant) uniform Draw {
    uint material;
} draw;

layout(location = 0) flat in uint object;
layout(location = 1) in vec4 texcoords;
layout(location = 2) in float alpha;

void main()
{
    if (!is_cut_out(draw.material, texcoords, alpha)) count_pixel(object, gl_FragCoord.xy);
}
