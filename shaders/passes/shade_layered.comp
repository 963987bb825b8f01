// As shade.comp, for a material with layers. Those that transmit light are drawn by the forward pass instead.
#version 460
#extension GL_GOOGLE_include_directive : require
#define LAYERED
#include "../common/shade_pixels.glsl"
