// What lies behind surfaces that transmit light: the opaque image, each radiance layer by itself, with levels of halved size for rough
// surfaces (the screen-space approach that KHR_materials_transmission describes).
#ifndef BACKDROP_GLSL
#define BACKDROP_GLSL
#include "view.glsl"

layout(set = 0, binding = 32) uniform sampler2DArray backdrop;

// Cubic B-spline from four bilinear look-ups (Sigg and Hadwiger, GPU Gems 2, chapter 20): coarse levels must not show their texels.
vec3 smooth_backdrop(vec2 place, float layer, float level)
{
    vec2 size = vec2(textureSize(backdrop, int(level)).xy);
    vec2 at = place * size - 0.5;
    vec2 base = floor(at);
    vec2 f = at - base;
    vec2 g = 1.0 - f;
    vec2 w0 = g * g * g / 6.0;
    vec2 w1 = (f * f * (3.0 * f - 6.0) + 4.0) / 6.0;
    vec2 w3 = f * f * f / 6.0;
    vec2 lower = w0 + w1;
    vec2 upper = 1.0 - lower;
    vec2 a = (base - 0.5 + w1 / lower) / size;
    vec2 b = (base + 1.5 + w3 / upper) / size;
    return lower.y * (lower.x * textureLod(backdrop, vec3(a, layer), level).rgb + upper.x * textureLod(backdrop, vec3(b.x, a.y, layer), level).rgb)
        + upper.y * (lower.x * textureLod(backdrop, vec3(a.x, b.y, layer), level).rgb + upper.x * textureLod(backdrop, vec3(b, layer), level).rgb);
}

vec3 backdrop_level(vec2 place, float layer, float level)
{
    return level < 0.5 ? textureLod(backdrop, vec3(place, layer), 0.0).rgb : smooth_backdrop(place, layer, level);
}

// place: 0 to 1 over the image. The level is a real number.
vec3 backdrop_radiance(vec2 place, uint layer, float level)
{
    float lower = floor(level);
    vec3 sharp = backdrop_level(place, float(layer), lower);
    return level == lower ? sharp : mix(sharp, backdrop_level(place, float(layer), lower + 1.0), level - lower);
}

// Where the camera sees a point.
vec2 backdrop_place(vec3 p)
{
    vec4 clip = project(vec3(p.xy, max(p.z, view.near)));
    return 0.5 * clip.xy / clip.w + 0.5;
}

// Roughness blurs by a share of the image's width; a surface that hardly refracts hardly blurs (Khronos glTF sample renderer).
float backdrop_level_of(float roughness, float ior)
{
    float last = float(textureQueryLevels(backdrop) - 1);
    return clamp(log2(float(view.width)) * roughness * clamp(2.0 * ior - 2.0, 0.0, 1.0), 0.0, last);
}

#endif
