// Marks the pixels of objects with holes.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage_marks.glsl"
#include "../common/cutout.glsl"

layout(location = 0) flat in uvec2 rows;
layout(location = 1) in vec4 texcoords;
layout(location = 2) in float alpha;

void main()
{
    if (!is_cut_out(draw.material, texcoords, alpha)) mark_pixel(rows, gl_FragCoord.xy);
}
