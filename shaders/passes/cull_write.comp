// Third step of culling: writes the corners of what is drawn, on the image already, each with the names of object and triangle.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/culling.glsl"

struct CulledVertex { float x; float y; float w; uint instance; uint triangle; };
layout(std430, set = 1, binding = 2) writeonly buffer Vertices { CulledVertex vertices[]; };

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= range.count) return;
    uvec4 cluster = texelFetch(clusters, int(range.first + index));
    Pose pose = pose_of(cluster.x);
    uint at = 3u * kept[index].before;
    for (uint bits = kept[index].drawn; bits != 0u; bits &= bits - 1u) {
        uint triangle = cluster.y + uint(findLSB(bits));
        Corners k = corners_of(pose, triangle);
        vertices[at] = CulledVertex(k.a.x, k.a.y, k.a.w, cluster.x + 1u, triangle);
        vertices[at + 1u] = CulledVertex(k.b.x, k.b.y, k.b.w, cluster.x + 1u, triangle);
        vertices[at + 2u] = CulledVertex(k.c.x, k.c.y, k.c.w, cluster.x + 1u, triangle);
        at += 3u;
    }
}
