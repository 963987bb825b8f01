// Counts the pixels of opaque objects.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage.glsl"

layout(location = 0) flat in uint region;

void main()
{
    count_pixel(region, gl_FragCoord.xy);
}
