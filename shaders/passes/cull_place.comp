// Second step of culling: where each cluster's triangles go, and how many each draw has. One invocation: clusters are few.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/culling.glsl"

struct DrawArguments { uint vertices; uint instances; uint firstVertex; uint firstInstance; };
layout(std430, set = 1, binding = 3) writeonly buffer Draws { DrawArguments draws[]; };

void main()
{
    if (gl_GlobalInvocationID.x > 0u) return;
    uint total = 0u, begun = 0u, batch = 0u;
    // A loop bounded by a constant of the draw alone is compiled anew for every dispatch on a software device: the list bounds it, too.
    uint count = min(range.count, uint(kept.length()));
    for (uint i = 0u; i < count; i++) {
        uint mine = texelFetch(clusters, int(range.first + i)).w;
        if (mine != batch) {
            draws[batch] = DrawArguments(3u * (total - begun), 1u, 3u * begun, 0u);
            batch = mine;
            begun = total;
        }
        kept[i].before = total;
        total += bitCount(kept[i].drawn);
    }
    draws[batch] = DrawArguments(3u * (total - begun), 1u, 3u * begun, 0u);
}
