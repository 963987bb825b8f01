// Third step: writes the spans into their lists.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/span_lists.glsl"

layout(set = 0, binding = 23) uniform usamplerBuffer spanKinds;

void visit(uint list, uint span)
{
    spans[atomicAdd(lists[list].cursor, 1u)] = span;
}

void main()
{
    uint span = gl_GlobalInvocationID.x;
    if (span < span_count()) visit_all(texelFetch(spanKinds, int(span)).xy, span);
}
