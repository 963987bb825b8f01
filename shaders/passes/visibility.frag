// Writes which triangle of which object a pixel shows.
#version 460

layout(push_constant) uniform Draw {
    uint material;
    uint firstTriangle;
} draw;

layout(location = 0) flat in uint object;
layout(location = 0) out uvec2 visible;

void main()
{
    visible = uvec2(object + 1u, draw.firstTriangle + uint(gl_PrimitiveID));
}
