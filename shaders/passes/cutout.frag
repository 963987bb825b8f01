// As visibility.frag, for materials with holes.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/cutout.glsl"

layout(push_constant) uniform Draw {
    uint material;
    uint firstTriangle;
} draw;

layout(location = 0) flat in uint object;
layout(location = 1) in vec4 texcoords;
layout(location = 2) in float alpha;
layout(location = 0) out uvec2 visible;

void main()
{
    if (is_cut_out(draw.material, texcoords, alpha)) discard;
    visible = uvec2(object + 1u, draw.firstTriangle + uint(gl_PrimitiveID));
}
