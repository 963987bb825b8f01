// How much of the environment's light a surface receives past what stands near it (AmbientOcclusionPass).
#ifndef AMBIENT_GLSL
#define AMBIENT_GLSL
#include "view.glsl"

// Share that arrives, and depth (Z, metres) of the surface that it is for; by pixel.
layout(std430, set = 0, binding = 25) readonly buffer Ambient { vec2 ambient[]; };

// Another surface of the same pixel differs in depth by more than this share.
const float SAME_DEPTH = 0.01;

// For a fragment of a multisampled image, whose surface may not be the one at the pixel's centre: that of the neighbour which is nearest in depth.
float ambient_at(ivec2 pixel, float depth)
{
    vec2 best = ambient[pixel.y * int(view.width) + pixel.x];
    if (abs(best.y - depth) <= SAME_DEPTH * depth) return best.x;
    for (int i = 0; i < 9; i++) {
        ivec2 near = clamp(pixel + ivec2(i % 3 - 1, i / 3 - 1), ivec2(0), ivec2(view.width, view.height) - 1);
        vec2 other = ambient[near.y * int(view.width) + near.x];
        if (abs(other.y - depth) < abs(best.y - depth)) best = other;
    }
    return best.x;
}

// Of the mirrored part, from how open the hemisphere is (Lagarde and de Rousiers, "Moving Frostbite to physically based rendering", 2014).
float specular_visibility(float nv, float visible, float roughness)
{
    return clamp(pow(nv + visible, exp2(-16.0 * roughness - 1.0)) - 1.0 + visible, 0.0, 1.0);
}

#endif
