// Rasterizes the triangles that culling found to be about as small as a pixel.
#version 460
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_shader_explicit_arithmetic_types_int64 : require
#extension GL_EXT_shader_atomic_int64 : require
#include "../common/culling.glsl"
#include "../common/micropolygons.glsl"
#include "../common/nearest.glsl"

layout(constant_id = 0) const bool FOUR_SAMPLES = false; // else the pixel's centre

layout(std430, set = 2, binding = 0) buffer Nearest { uint64_t nearest[]; }; // sample after sample of pixel after pixel

// Vulkan's standard sample locations.
const ivec2 PLACES[4] = ivec2[4](ivec2(96, 32), ivec2(224, 96), ivec2(32, 160), ivec2(160, 224));

void visit(ivec3 edges, Micropolygon m, vec3 depths, uint sampled, uint name)
{
    if (!is_within(edges, m)) return;
    float depth = depths.x + (float(edges.y) * (depths.y - depths.x) + float(edges.z) * (depths.z - depths.x)) * m.inverseArea;
    atomicMax(nearest[sampled], pack64(uvec2(name, floatBitsToUint(depth))));
}

void rasterize(Corners k, uint flags, uint name)
{
    Micropolygon m = micropolygon_of(snapped(k.a), snapped(k.b), snapped(k.c), flags, FOUR_SAMPLES ? 224 : 128, FOUR_SAMPLES ? 32 : 128);
    vec3 depths = view.near / vec3(k.a.w, k.b.w, k.c.w);
    ivec2 at = m.first;
    ivec3 edges = m.edges;
    while (has_pixels(m) && at.y <= m.last.y) {
        uint pixel = uint(at.y) * view.width + uint(at.x);
        if (FOUR_SAMPLES) {
            for (uint i = 0u; i < 4u; i++) visit(edges_at(edges, m, PLACES[i]), m, depths, pixel * 4u + i, name);
        } else {
            visit(edges_at(edges, m, ivec2(PIXEL / 2)), m, depths, pixel, name);
        }
        step_pixel(at, edges, m);
    }
}

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= range.count) return;
    uvec4 cluster = texelFetch(clusters, int(range.first + index));
    Pose pose = pose_of(cluster.x);
    for (uint bits = kept[index].small; bits != 0u; bits &= bits - 1u) {
        uint i = uint(findLSB(bits));
        rasterize(corners_of(pose, cluster.y + i), cluster.z, name_of(index, i));
    }
}
