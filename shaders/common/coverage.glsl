// What the two stages share that mark the pixels which an object covers alone.
#ifndef COVERAGE_GLSL
#define COVERAGE_GLSL
#include "view.glsl"

layout(push_constant) uniform Draw {
    uint material;
    uint firstEntry;  // entry and region of the chunk's first object
    uint firstRegion;
} draw;

layout(constant_id = 16) const bool OUTSIDE = false; // on the wide canvas, outside the image only

#endif
