// Puts one drawn layer over what lies under it and stores it.
#ifndef RESOLVE_GLSL
#define RESOLVE_GLSL
#include "view.glsl"
#include "radiance.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Resolve {
    uint layer;
} push;

// drawn: radiance times coverage, coverage.
void store_over(uint pixel, vec4 drawn, vec3 under)
{
    radiance[push.layer * view.pixelCount + pixel] = vec4(drawn.rgb + (1.0 - drawn.a) * under, 1.0);
}

#endif
