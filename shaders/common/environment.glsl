// Light from all around, in the split-sum form (Karis 2013): a prefiltered map whose level grows with roughness, an irradiance map,
// and the table of the BRDF's integral. Radiance in nit before the environment's intensity.
#ifndef ENVIRONMENT_GLSL
#define ENVIRONMENT_GLSL
#include "octahedral.glsl"

layout(set = 0, binding = 10) uniform sampler2D prefilteredEnvironment; // octahedral; level = roughness · (levels - 1)
layout(set = 0, binding = 11) uniform sampler2D irradianceEnvironment;  // octahedral; irradiance / pi
layout(set = 0, binding = 12) uniform sampler2D splitSum;               // (n·v, roughness) to scale and bias of f0

vec3 environment_radiance(vec3 d)
{
    float side = float(textureSize(prefilteredEnvironment, 0).x);
    return textureLod(prefilteredEnvironment, octahedral_texcoord(d, side), 0.0).rgb;
}

// Every level has its own ring of repeated texels, so the two levels are read apart and blended here.
vec3 environment_specular(vec3 d, float roughness)
{
    float level = roughness * float(textureQueryLevels(prefilteredEnvironment) - 1);
    float lower = floor(level);
    float side = float(textureSize(prefilteredEnvironment, 0).x) * exp2(-lower);
    vec2 p = octahedral_encode(d);
    vec2 fine = (p * (0.5 * (side - 2.0)) + 0.5 * side) / side;
    vec2 coarse = (p * (0.25 * side - 1.0) + 0.25 * side) / (0.5 * side);
    return mix(textureLod(prefilteredEnvironment, fine, lower).rgb, textureLod(prefilteredEnvironment, coarse, lower + 1.0).rgb, level - lower);
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
