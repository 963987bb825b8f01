// What the four samples of each pixel show: every triangle of a pixel once, with the samples that it covers.
#ifndef SAMPLES_GLSL
#define SAMPLES_GLSL
#include "sample_places.glsl"

#ifndef SAMPLE_SET
#define SAMPLE_SET 1
#endif

// [pixel · 4 + n]: the n-th triangle of a pixel. x: instance id, and from bit 28 on a bit for each sample; y: triangle. A pixel with fewer than four ends with 0.
layout(std430, set = SAMPLE_SET, binding = 1) buffer SeenBySamples { uvec2 seenBySamples[]; };

// What is to be shaded, in any order; the first three words are a VkDispatchIndirectCommand.
layout(std430, set = SAMPLE_SET, binding = 2) buffer SampleItems {
    uint groupsX;
    uint groupsY;
    uint groupsZ;
    uint count;
    uint items[]; // index into seenBySamples
} sampled;

layout(std430, set = SAMPLE_SET, binding = 3) buffer SampleRadiance { vec4 sampleRadiance[]; }; // as seenBySamples

const uint SAMPLES = 4u;
const uint INSTANCE_BITS = 28u;

// Instance of what micropolygons.comp found, whose y is the name in nearest.glsl.
const uint MICROPOLYGON = (1u << INSTANCE_BITS) - 1u;

uint instance_of(uvec2 seen) { return seen.x & ((1u << INSTANCE_BITS) - 1u); }
uint mask_of(uvec2 seen) { return seen.x >> INSTANCE_BITS; }

#endif
