// First step of sorting the image by material: how many spans each list gets.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/span_lists.glsl"

layout(std430, set = 0, binding = 22) writeonly buffer SpanKinds { uvec2 spanKinds[]; };

void visit(uint list, uint span)
{
    atomicAdd(lists[list].count, 1u);
}

void main()
{
    uint span = gl_GlobalInvocationID.x;
    if (span >= span_count()) return;
    uvec2 kind = kind_of(span);
    spanKinds[span] = kind;
    visit_all(kind, span);
}
