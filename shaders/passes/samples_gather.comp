// Lists the triangles of each pixel, each once, with the samples that it covers.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/view.glsl"
#include "../common/samples.glsl"

layout(local_size_x = 64) in;
layout(set = 1, binding = 0) uniform usampler2DMS visibility;
layout(set = 1, binding = 4) uniform sampler2DMS depths;
layout(std430, set = 1, binding = 5) buffer Nearest { uvec4 nearest[]; }; // two samples each
layout(set = 1, binding = 6) uniform usamplerBuffer nearestTexels; // the same

// The nearer of what was rasterized and a micropolygon.
uvec2 seen_by(ivec2 at, int i, uvec2 found)
{
    return found.y > floatBitsToUint(texelFetch(depths, at, i).x) ? uvec2(MICROPOLYGON, found.x) : texelFetch(visibility, at, i).xy;
}

void main()
{
    uint pixel = gl_GlobalInvocationID.x;
    if (pixel >= view.pixelCount) return;
    ivec2 at = pixel_of(pixel);
    uvec4 upper = texelFetch(nearestTexels, int(2u * pixel)), lower = texelFetch(nearestTexels, int(2u * pixel + 1u));
    uvec2 a = seen_by(at, 0, upper.xy), b = seen_by(at, 1, upper.zw), c = seen_by(at, 2, lower.xy), d = seen_by(at, 3, lower.zw);
    if ((upper.y | upper.w | lower.y | lower.w) != 0u) {
        nearest[2u * pixel] = uvec4(0u);
        nearest[2u * pixel + 1u] = uvec4(0u);
    }
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
