// As visibility.vert, with where the object's bits lie.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage_vertex.glsl"

layout(location = 0) in vec4 position;
layout(location = 0) flat out uvec2 rows;
invariant gl_Position;

void main()
{
    rows = drawn_rows();
    gl_Position = placed(position);
}
