// Walks one span and names the lists it belongs to, in the same order when counting and when filling.
#ifndef SPAN_LISTS_GLSL
#define SPAN_LISTS_GLSL
#include "geometry.glsl"
#include "visibility.glsl"
#include "spans.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Lists {
    uint background; // list of spans with an empty pixel
    uint covered;    // list of spans with a surface
    uint count;      // lists in all
} push;

void visit(uint list, uint span);

void walk(uint span)
{
    uint previous = 0xffffffffu;
    bool empty = false;
    for (uint i = span * SPAN; i < min((span + 1u) * SPAN, view.pixelCount); i++) {
        uvec2 seen = visible_at(i);
        empty = empty || seen.x == 0u;
        uint list = seen.x == 0u ? previous : texelFetch(triangles, int(seen.y)).w;
        if (list != previous) visit(list, span);
        previous = list;
    }
    if (empty) visit(push.background, span);
    if (previous != 0xffffffffu) visit(push.covered, span);
}

uint span_count()
{
    return (view.pixelCount + SPAN - 1u) / SPAN;
}

#endif
