// Lets light through the holes of a material.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/cutout.glsl"

layout(push_constant) uniform Draw {
    uint material;
} draw;

layout(location = 1) in vec4 texcoords;
layout(location = 2) in float alpha;

void main()
{
    if (is_cut_out(draw.material, texcoords, alpha)) discard;
}
