// Shades the pixels of one material from the visibility buffer.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/shade_pixels.glsl"
