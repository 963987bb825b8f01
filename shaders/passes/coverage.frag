// Marks the pixels of opaque objects.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage_marks.glsl"

layout(location = 0) flat in uvec2 rows;

void main()
{
    mark_pixel(rows, gl_FragCoord.xy);
}
