// One layer of radiance of a surface whose material has layers.
#version 460
#extension GL_GOOGLE_include_directive : require
#define LAYERED
#define TARGETS 1
#include "../common/forward_layers.glsl"
