// Which triangles can cover a sample of the image. Clusters of up to 32 triangles of one object stand in the order in which they would be drawn, and what is kept keeps that order: the
// rasterizer then decides between the same triangles in the same order as without culling.
#ifndef CULLING_GLSL
#define CULLING_GLSL
#include "geometry.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Range {
    uint first; // the view's first cluster
    uint count; // its clusters
#ifdef COUNTS_COVERAGE
    uint firstObject; // of the view's in regionsByObject
#endif
} range;

// What is kept of a cluster.
struct Kept {
    uint drawn;  // a bit for each triangle that is left to the rasterizer
    uint before; // triangles drawn before its own
    uint small;  // a bit for each that is a micropolygon
};

layout(set = 1, binding = 0) uniform usamplerBuffer clusters; // object, first triangle, triangles and flags, batch
layout(std430, set = 1, binding = 1) buffer KeptTriangles { Kept kept[]; };

const uint TWO_SIDED = 0x100u;
const uint MIRRORED = 0x200u;
const uint CLUSTER = 0xffu;

struct Corners {
    vec4 a;
    vec4 b;
    vec4 c;
};

Corners corners_of(Pose pose, uint triangle)
{
    ivec3 v = ivec3(texelFetch(triangles, int(triangle)).xyz);
    return Corners(
        project(transform_point(pose, texelFetch(positions, v.x).xyz)),
        project(transform_point(pose, texelFetch(positions, v.y).xyz)),
        project(transform_point(pose, texelFetch(positions, v.z).xyz)));
}

#endif
