// The sheen of KHR_materials_sheen: Estevez and Kulla, "Production Friendly Microfacet Sheen BRDF", 2017. alpha is the square of the sheen
// roughness.
#ifndef SHEEN_GLSL
#define SHEEN_GLSL
#include "brdf.glsl"

layout(set = 0, binding = 31) uniform sampler2D sheenAlbedo; // (n·v, sheen roughness) to directional albedo

float sheen_albedo(float nv, float roughness)
{
    vec2 side = vec2(textureSize(sheenAlbedo, 0));
    return textureLod(sheenAlbedo, (vec2(nv, roughness) * (side - 1.0) + 0.5) / side, 0.0).r;
}

float sheen_shadowing_fit(float x, float alpha)
{
    float t = (1.0 - alpha) * (1.0 - alpha);
    float a = mix(21.5473, 25.3245, t), b = mix(3.82987, 3.32435, t), c = mix(0.19823, 0.16801, t);
    float d = mix(-1.97760, -1.27393, t), e = mix(-4.32054, -4.85967, t);
    return a / (1.0 + b * pow(x, c)) + d * x + e;
}

float sheen_shadowing(float cosine, float alpha)
{
    float low = sheen_shadowing_fit(cosine, alpha);
    float high = 2.0 * sheen_shadowing_fit(0.5, alpha) - sheen_shadowing_fit(1.0 - cosine, alpha);
    return exp(cosine < 0.5 ? low : high);
}

// The light's side, with the paper's softer terminator.
float sheen_light_shadowing(float cosine, float alpha)
{
    float grazing = 1.0 - cosine;
    float grazing2 = grazing * grazing;
    float grazing4 = grazing2 * grazing2;
    return pow(sheen_shadowing(cosine, alpha), 1.0 + 2.0 * grazing4 * grazing4);
}

// BRDF · cos(theta_l) of a white sheen for one direction of light.
float sheen_reflect(float alpha, float nl, float nv, float nh)
{
    float inverse = 1.0 / max(alpha, 1e-4);
    float sine2 = max(1.0 - nh * nh, 1e-7);
    float distribution = (2.0 + inverse) * pow(sine2, 0.5 * inverse) / (2.0 * PI);
    return nl <= 0.0 ? 0.0 : distribution / ((1.0 + sheen_shadowing(nv, alpha) + sheen_light_shadowing(nl, alpha)) * 4.0 * nv);
}

#endif
