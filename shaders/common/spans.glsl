// The image in spans of eight pixels (linear index), sorted by material: each material's pass visits only the spans that show it.
// A span may be listed twice for one material; shading it twice gives the same value.
#ifndef SPANS_GLSL
#define SPANS_GLSL

const uint SPAN = 8u;
const uint GROUP = 64u; // pixels of one workgroup

// One record for each list; the first three words are a VkDispatchIndirectCommand.
struct SpanList {
    uint groupsX;
    uint groupsY;
    uint groupsZ;
    uint count;
    uint first;
    uint cursor;
    uint labelGroupsX; // second VkDispatchIndirectCommand, four pixels for each invocation
    uint labelGroupsY;
    uint labelGroupsZ;
};

layout(std430, set = 0, binding = 17) buffer SpanLists { SpanList lists[]; };
layout(std430, set = 0, binding = 18) buffer Spans { uint spans[]; };

const uint NO_SPAN = 0xffffffffu;

// What an entry of a list names; NO_SPAN beyond its end. Nothing branches before the loads, for the reason given in view.glsl.
uint span_of(uint list, uint entry)
{
    uint count = lists[list].count;
    uint span = spans[lists[list].first + min(entry, max(count, 1u) - 1u)];
    return entry < count ? span : NO_SPAN;
}

#endif
