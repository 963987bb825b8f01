// Geometry for shading at the rasterizer's samples.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/forward_vertex.glsl"
