// As forward.vert, for materials with layers.
#version 460
#extension GL_GOOGLE_include_directive : require
#define LAYERED
#include "../common/forward_vertex.glsl"
