// Both UV sets where a pixel's ray meets a triangle.
#ifndef TEXCOORDS_GLSL
#define TEXCOORDS_GLSL
#include "geometry.glsl"
#include "material.glsl"

TexCoords texcoords_at(Hit hit, vec2 a0, vec2 b0, vec2 c0, vec2 a1, vec2 b1, vec2 c1)
{
    vec2 u0 = b0 - a0, v0 = c0 - a0, u1 = b1 - a1, v1 = c1 - a1;
    vec2 dx = hit.weightsPerColumn, dy = hit.weightsPerRow;
    return TexCoords(
        interpolate(a0, b0, c0, hit.weights), u0 * dx.x + v0 * dx.y, u0 * dy.x + v0 * dy.y,
        interpolate(a1, b1, c1, hit.weights), u1 * dx.x + v1 * dx.y, u1 * dy.x + v1 * dy.y);
}

#endif
