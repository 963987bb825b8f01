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
    uint span = span_of(push.list, gl_GlobalInvocationID.x / SPAN);
    uint pixel = span * SPAN + gl_GlobalInvocationID.x % SPAN;
    return span != NO_SPAN && pixel < view.pixelCount ? pixel : NO_PIXEL;
}

#endif
