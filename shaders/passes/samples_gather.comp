// Lists the triangles of each pixel, each once, with the samples that it covers.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/view.glsl"
#include "../common/samples.glsl"

layout(local_size_x = 64) in;
layout(set = 1, binding = 0) uniform usampler2DMS visibility;

void main()
{
    uint pixel = gl_GlobalInvocationID.x;
    if (pixel >= view.pixelCount) return;
    ivec2 at = pixel_of(pixel);
    uvec2 a = texelFetch(visibility, at, 0).xy, b = texelFetch(visibility, at, 1).xy;
    uvec2 c = texelFetch(visibility, at, 2).xy, d = texelFetch(visibility, at, 3).xy;
    bool ab = a == b, ac = a == c, ad = a == d, bc = b == c, bd = b == d, cd = c == d;
    uint masks[4] = uint[4](
        1u | (ab ? 2u : 0u) | (ac ? 4u : 0u) | (ad ? 8u : 0u),
        ab ? 0u : 2u | (bc ? 4u : 0u) | (bd ? 8u : 0u),
        ac || bc ? 0u : 4u | (cd ? 8u : 0u),
        ad || bd || cd ? 0u : 8u);
    uvec2 seen[4] = uvec2[4](a, b, c, d);
    uint kinds = 0u;
    for (uint i = 0u; i < SAMPLES; i++) {
        if (masks[i] == 0u || seen[i].x == 0u) continue;
        seenBySamples[pixel * SAMPLES + kinds] = uvec2(seen[i].x | masks[i] << INSTANCE_BITS, seen[i].y);
        kinds++;
    }
    if (kinds < SAMPLES) seenBySamples[pixel * SAMPLES + kinds] = uvec2(0u);
    if (kinds == 0u) return;
    uint first = atomicAdd(sampled.count, kinds);
    uint groups = (first + kinds + 63u) / 64u - (first + 63u) / 64u;
    if (groups > 0u) atomicAdd(sampled.groupsX, groups);
    for (uint i = 0u; i < kinds; i++) sampled.items[first + i] = pixel * SAMPLES + i;
}
