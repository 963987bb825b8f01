// One invocation for each pixel of a span list.
#ifndef SPAN_PIXELS_GLSL
#define SPAN_PIXELS_GLSL
#include "visibility.glsl"
#include "spans.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform List {
    uint list;
    uint firstLayer; // layers are written from here
} push;

const uint NO_PIXEL = 0xffffffffu;

uint span_pixel()
{
    uint entry = gl_GlobalInvocationID.x / SPAN;
    if (entry >= lists[push.list].count) return NO_PIXEL;
    uint pixel = spans[lists[push.list].first + entry] * SPAN + gl_GlobalInvocationID.x % SPAN;
    return pixel < view.pixelCount ? pixel : NO_PIXEL;
}

#endif
