// As coverage.vert, with what the alpha test needs.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage_vertex.glsl"

layout(location = 0) in vec4 position;
layout(location = 1) in vec4 normal;
layout(location = 3) in vec4 color;
layout(location = 4) in vec2 texcoord1;
layout(location = 0) flat out uvec2 rows;
layout(location = 1) out vec4 texcoords;
layout(location = 2) out float alpha;
invariant gl_Position;

void main()
{
    rows = drawn_rows();
    texcoords = vec4(position.w, normal.w, texcoord1);
    alpha = color.a;
    gl_Position = placed(position);
}
