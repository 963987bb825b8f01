// Light from all around, in the split-sum form (Karis 2013): a prefiltered map whose level grows with roughness, an irradiance map,
// and the table of the BRDF's integral. Radiance in nit before the environment's intensity.
#ifndef ENVIRONMENT_GLSL
#define ENVIRONMENT_GLSL
#include "octahedral.glsl"

// All levels of the octahedral map side by side in one image, because a software device samples an image without mip levels several times
// faster: level 0 (side S) at the left, the others (sides S/2, S/4, …, 16) in a column beside it. Level = roughness · (levels - 1).
layout(set = 0, binding = 10) uniform sampler2D prefilteredEnvironment;
layout(set = 0, binding = 11) uniform sampler2D irradianceEnvironment;  // octahedral; irradiance / pi
layout(set = 0, binding = 12) uniform sampler2D splitSum;               // (n·v, roughness) to scale and bias of f0

const int SMALLEST_SIDE_LOG2 = 4;

// p: octahedral coordinates. Every level has its own ring of repeated texels.
vec3 environment_level(vec2 p, float level)
{
    vec2 size = vec2(textureSize(prefilteredEnvironment, 0));
    float side = size.y * exp2(-level);
    vec2 origin = level > 0.5 ? vec2(size.y, size.y - 2.0 * side) : vec2(0.0);
    return textureLod(prefilteredEnvironment, (origin + p * (0.5 * (side - 2.0)) + 0.5 * side) / size, 0.0).rgb;
}

vec3 environment_radiance(vec3 d)
{
    return environment_level(octahedral_encode(d), 0.0);
}

vec3 environment_specular(vec3 d, float roughness)
{
    float last = float(findMSB(textureSize(prefilteredEnvironment, 0).y) - SMALLEST_SIDE_LOG2);
    float level = roughness * last;
    float lower = min(floor(level), last - 1.0);
    vec2 p = octahedral_encode(d);
    return mix(environment_level(p, lower), environment_level(p, lower + 1.0), level - lower);
}

vec3 environment_irradiance(vec3 d)
{
    return textureLod(irradianceEnvironment, octahedral_texcoord(d, float(textureSize(irradianceEnvironment, 0).x)), 0.0).rgb;
}

vec2 split_sum(float nv, float roughness)
{
    vec2 side = vec2(textureSize(splitSum, 0));
    return textureLod(splitSum, (vec2(nv, roughness) * (side - 1.0) + 0.5) / side, 0.0).rg;
}

#endif
