// First step of sorting the image by material: how many spans each list gets.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/span_lists.glsl"

void visit(uint list, uint span)
{
    atomicAdd(lists[list].count, 1u);
}

void main()
{
    if (gl_GlobalInvocationID.x < span_count()) walk(gl_GlobalInvocationID.x);
}
