// The renderer's result: radiance layers one after the other, RGBA with A = 1, nit.
#ifndef RADIANCE_GLSL
#define RADIANCE_GLSL

layout(std430, set = 0, binding = 19) buffer Radiance { vec4 radiance[]; };

#endif
