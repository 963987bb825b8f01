// Second step: where each list begins, and how many workgroups visit it. There are as many lists as materials: one invocation suffices.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/spans.glsl"

layout(local_size_x = 1) in;
layout(push_constant) uniform Lists {
    uint background;
    uint covered;
    uint count;
} push;

void main()
{
    uint first = 0u;
    uint count = min(push.count, uint(lists.length())); // see lamp_count()
    for (uint i = 0u; i < count; i++) {
        uint spansHere = lists[i].count;
        uint groups = (spansHere * SPAN + GROUP - 1u) / GROUP;
        uint labelGroups = (spansHere * SPAN / 4u + GROUP - 1u) / GROUP;
        lists[i] = SpanList(groups, 1u, 1u, spansHere, first, first, labelGroups, 1u, 1u);
        first += spansHere;
    }
}
