// Counts the pixels that an object covers when nothing stands before it, each once: a bit for each pixel of the object's rectangle
// and a counter for the object.
#ifndef COVERAGE_GLSL
#define COVERAGE_GLSL
#include "view.glsl"

#include "coverage_regions.glsl"

layout(push_constant) uniform Draw {
    uint material;
    uint firstEntry;  // entry and region of the chunk's first object
    uint firstRegion;
    uint firstCounter; // word of the view's first counter
} draw;

layout(constant_id = 16) const bool OUTSIDE = false; // counts on the wide canvas, outside the image only

layout(constant_id = 17) const bool COUNTS = true;   // else only the bits are wanted

layout(std430, set = 2, binding = 0) readonly buffer Regions { Region regions[]; };
layout(std430, set = 2, binding = 1) buffer Bits { uint bits[]; };
layout(std430, set = 2, binding = 2) buffer Counters { uint counters[]; };

void count_pixel(uint region, vec2 fragment)
{
    ivec2 p = ivec2(fragment);
    if (OUTSIDE && p.x >= int(view.width) && p.y >= int(view.height) && p.x < int(2u * view.width) && p.y < int(2u * view.height)) return;
    Region r = regions[region];
    uint bit = bit_of(r, p);
    uint mask = 1u << (bit & 31u);
    if ((atomicOr(bits[bit >> 5], mask) & mask) == 0u && COUNTS) atomicAdd(counters[draw.firstCounter + r.counter], 1u);
}

#endif
