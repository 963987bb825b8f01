// Counts the pixels of opaque objects.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage.glsl"

layout(location = 0) flat in uint object;

void main()
{
    count_pixel(object, gl_FragCoord.xy);
}
