// Third step: writes the spans into their lists.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/span_lists.glsl"

void visit(uint list, uint span)
{
    spans[atomicAdd(lists[list].cursor, 1u)] = span;
}

void main()
{
    if (gl_GlobalInvocationID.x < span_count()) walk(gl_GlobalInvocationID.x);
}
