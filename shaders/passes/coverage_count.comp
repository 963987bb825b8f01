// How many bits of each object are set. Counting afterwards, a word at a time, costs less than an atomic addition for every pixel.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage_regions.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Count {
    uint firstRegion;  // of the objects that are counted
    uint firstCounter; // word of the view's first counter
} push;

layout(std430, set = 1, binding = 0) readonly buffer Regions { Region regions[]; };
layout(std430, set = 1, binding = 1) readonly buffer Bits { uint bits[]; };
layout(std430, set = 1, binding = 2) buffer Counters { uint counters[]; };

const uint WORDS = 16u; // of one invocation

void main()
{
    Region r = regions[push.firstRegion + gl_WorkGroupID.y];
    uint first = gl_GlobalInvocationID.x * WORDS, words = (r.width * r.height + 31u) / 32u, sum = 0u;
    for (uint i = first; i < min(first + WORDS, words); i++) sum += uint(bitCount(bits[r.firstBit / 32u + i]));
    if (sum > 0u) atomicAdd(counters[push.firstCounter + r.counter], sum);
}
