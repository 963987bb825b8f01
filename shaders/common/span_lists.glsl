// The lists that one span belongs to, visited in the same way when counting and when filling.
#ifndef SPAN_LISTS_GLSL
#define SPAN_LISTS_GLSL
#include "geometry.glsl"
#include "visibility.glsl"
#include "spans.glsl"
#include "material_table.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Lists {
    uint background; // list of spans with an empty pixel
    uint covered;    // list of spans with a surface
    uint count;      // lists in all
} push;

const uint NO_LIST = 0x7fffffffu;
const uint FLAG = 0x80000000u;

// What a span shows, in two words: its first two lists of materials. The flag of the first: it has an empty pixel. The flag of the second: it has
// more lists than two.
uvec2 kind_of(uint span)
{
    uint first = NO_LIST, second = NO_LIST;
    bool empty = false, more = false;
    for (uint i = 0u; i < SPAN; i++) {
        uint pixel = span * SPAN + i;
        if (pixel >= view.pixelCount) break;
        uvec2 seen = visible_at(pixel);
        uint list = seen.x == 0u ? first : list_of(texelFetch(triangles, int(seen.y)).w);
        empty = empty || seen.x == 0u;
        if (first == NO_LIST) first = list;
        else if (list != first && second == NO_LIST) second = list;
        else more = more || (list != first && list != second);
    }
    return uvec2(first | (empty ? FLAG : 0u), second | (more ? FLAG : 0u));
}

void visit(uint list, uint span);

// The third list and those after it; one may come twice.
void visit_more(uvec2 kind, uint span)
{
    uint previous = NO_LIST;
    uint end = (kind.y & FLAG) != 0u ? min(span * SPAN + SPAN, view.pixelCount) : 0u;
    for (uint pixel = span * SPAN; pixel < end; pixel++) {
        uvec2 seen = visible_at(pixel);
        if (seen.x == 0u) continue;
        uint list = list_of(texelFetch(triangles, int(seen.y)).w);
        if (list != previous && list != (kind.x & NO_LIST) && list != (kind.y & NO_LIST)) visit(list, span);
        previous = list;
    }
}

void visit_all(uvec2 kind, uint span)
{
    uint first = kind.x & NO_LIST, second = kind.y & NO_LIST;
    if ((kind.x & FLAG) != 0u) visit(push.background, span);
    if (first != NO_LIST) {
        visit(push.covered, span);
        visit(first, span);
    }
    if (second != NO_LIST) visit(second, span);
    visit_more(kind, span);
}

uint span_count()
{
    return (view.pixelCount + SPAN - 1u) / SPAN;
}

#endif
