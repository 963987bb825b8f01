// Shades each triangle of each pixel once, in the middle of the samples that it covers.
#version 460
#extension GL_GOOGLE_include_directive : require
#define SAMPLED
#include "../common/shade_pixels.glsl"
