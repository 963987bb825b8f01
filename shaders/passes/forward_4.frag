// Four layers of a multisampled or transparent surface.
#version 460
#extension GL_GOOGLE_include_directive : require
#define TARGETS 4
#include "../common/forward_layers.glsl"
