// As coverage.frag, for the triangles that culling found to be about as small as a pixel; objects that are not counted are passed over.
#version 460
#extension GL_GOOGLE_include_directive : require
#define COUNTS_COVERAGE
#include "../common/culling.glsl"
#include "../common/coverage_regions.glsl"
#include "../common/micropolygons.glsl"

layout(std430, set = 2, binding = 0) readonly buffer Regions { Region regions[]; };
layout(std430, set = 2, binding = 1) buffer Bits { uint bits[]; };
layout(set = 2, binding = 2) uniform usamplerBuffer regionsByObject;

const uint NOT_COUNTED = 0xffffffffu;

void mark(Region region, ivec2 pixel)
{
    uint bit = bit_of(region, pixel);
    atomicOr(bits[bit >> 5], 1u << (bit & 31u));
}

void mark_pixels(Corners k, uint flags, Region region)
{
    Micropolygon m = micropolygon_of(snapped(k.a), snapped(k.b), snapped(k.c), flags, PIXEL / 2, PIXEL / 2);
    ivec2 at = m.first;
    ivec3 edges = m.edges;
    while (has_pixels(m) && at.y <= m.last.y) {
        if (is_within(edges_at(edges, m, ivec2(PIXEL / 2)), m)) mark(region, at);
        step_pixel(at, edges, m);
    }
}

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= range.count) return;
    uvec4 cluster = texelFetch(clusters, int(range.first + index));
    uint counted = texelFetch(regionsByObject, int(range.firstObject + cluster.x)).x;
    if (counted == NOT_COUNTED) return;
    Region region = regions[counted];
    Pose pose = pose_of(cluster.x);
    for (uint left = kept[index].small; left != 0u; left &= left - 1u) {
        mark_pixels(corners_of(pose, cluster.y + uint(findLSB(left))), cluster.z, region);
    }
}
