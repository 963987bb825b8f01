// What each pixel shows: x = instance id (0 = nothing), y = triangle.
#ifndef VISIBILITY_GLSL
#define VISIBILITY_GLSL
#include "view.glsl"

layout(set = 0, binding = 16) uniform usampler2D visibility;

uvec2 visible_at(uint index)
{
    return texelFetch(visibility, pixel_of(index), 0).xy;
}

#endif
