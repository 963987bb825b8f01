// Marks a pixel as one that an object covers when nothing stands before it: a bit for each pixel of the object's rectangle. coverage_count.comp counts them.
#ifndef COVERAGE_MARKS_GLSL
#define COVERAGE_MARKS_GLSL
#include "coverage.glsl"

layout(std430, set = 2, binding = 1) buffer Bits { uint bits[]; };

// rows: see rows_of().
void mark_pixel(uvec2 rows, vec2 fragment)
{
    ivec2 p = ivec2(fragment);
    if (OUTSIDE && p.x >= int(view.width) && p.y >= int(view.height) && p.x < int(2u * view.width) && p.y < int(2u * view.height)) return;
    uint bit = rows.x + uint(p.y) * rows.y + uint(p.x);
    atomicOr(bits[bit >> 5], 1u << (bit & 31u));
}

#endif
