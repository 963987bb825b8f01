// What extensions add to a metallic-roughness material. Which layers and textures a material has is fixed when the pipeline is built, as
// with FEATURES; materials without any use other shaders.
#ifndef LAYERS_GLSL
#define LAYERS_GLSL
#include "material.glsl"

layout(constant_id = 8) const uint EXTENSIONS = 0u;

const uint CLEARCOAT_TEXTURE = 0u;
const uint CLEARCOAT_ROUGHNESS_TEXTURE = 1u;
const uint CLEARCOAT_NORMAL_TEXTURE = 2u;
const uint SHEEN_COLOR_TEXTURE = 3u;
const uint SHEEN_ROUGHNESS_TEXTURE = 4u;
const uint SPECULAR_TEXTURE = 5u;
const uint SPECULAR_COLOR_TEXTURE = 6u;
const uint TRANSMISSION_TEXTURE = 7u;
const uint THICKNESS_TEXTURE = 8u;
const uint IRIDESCENCE_TEXTURE = 9u;
const uint IRIDESCENCE_THICKNESS_TEXTURE = 10u;
const uint ANISOTROPY_TEXTURE = 11u;

const bool CLEARCOAT = (EXTENSIONS & (1u << 12)) != 0u;
const bool SHEEN = (EXTENSIONS & (1u << 13)) != 0u;
const bool IRIDESCENCE = (EXTENSIONS & (1u << 15)) != 0u;
const bool ANISOTROPY = (EXTENSIONS & (1u << 16)) != 0u;
const bool TRANSMISSION = (EXTENSIONS & (1u << 17)) != 0u;
const bool VOLUME = (EXTENSIONS & (1u << 18)) != 0u;
const bool DISPERSION = (EXTENSIONS & (1u << 19)) != 0u;
const bool LAYERS_USE_SECOND_SET = (EXTENSIONS & (1u << 20)) != 0u;

#define HAS_LAYER_TEXTURE(slot) ((EXTENSIONS & (1u << (slot))) != 0u)

const bool LAYERS_NEED_TANGENT = (EXTENSIONS & ((1u << 16) | (1u << 2))) != 0u;

// Texels of each material: see GpuMaterialLayers.
layout(set = 0, binding = 30) uniform samplerBuffer materialLayers;

const uint LAYER_TEXELS = 31u;

layout(set = 2, binding = 0) uniform sampler2D clearcoatTexture;
layout(set = 2, binding = 1) uniform sampler2D clearcoatRoughnessTexture;
layout(set = 2, binding = 2) uniform sampler2D clearcoatNormalTexture;
layout(set = 2, binding = 3) uniform sampler2D sheenColorTexture;
layout(set = 2, binding = 4) uniform sampler2D sheenRoughnessTexture;
layout(set = 2, binding = 5) uniform sampler2D specularTexture;
layout(set = 2, binding = 6) uniform sampler2D specularColorTexture;
layout(set = 2, binding = 7) uniform sampler2D transmissionTexture;
layout(set = 2, binding = 8) uniform sampler2D thicknessTexture;
layout(set = 2, binding = 9) uniform sampler2D iridescenceTexture;
layout(set = 2, binding = 10) uniform sampler2D iridescenceThicknessTexture;
layout(set = 2, binding = 11) uniform sampler2D anisotropyTexture;

vec4 layer_texel(uint material, uint texel) { return texelFetch(materialLayers, int(material * LAYER_TEXELS + texel)); }

vec4 sample_layer(sampler2D image, uint slot, uint material, TexCoords t)
{
    vec4 row0 = layer_texel(material, 7u + slot * 2u);
    vec4 row1 = layer_texel(material, 8u + slot * 2u);
    Footprint f = Footprint(t.set0, t.set0PerColumn, t.set0PerRow);
    if (LAYERS_USE_SECOND_SET && row0.w > 0.5) f = Footprint(t.set1, t.set1PerColumn, t.set1PerRow);
    vec2 uv = vec2(dot(row0.xyz, vec3(f.uv, 1.0)), dot(row1.xyz, vec3(f.uv, 1.0)));
    vec2 perColumn = vec2(dot(row0.xy, f.perColumn), dot(row1.xy, f.perColumn));
    vec2 perRow = vec2(dot(row0.xy, f.perRow), dot(row1.xy, f.perRow));
    return textureGrad(image, uv, perColumn, perRow);
}

// 0 to 1 in each number, as the extensions define them.
struct Coat {
    float factor;
    float roughness;
    vec3 normal; // texel, 0 to 1
    float normalScale;
};

Coat coat_of(uint material, TexCoords t)
{
    vec4 factors = layer_texel(material, 0u);
    Coat coat = Coat(factors.x, factors.y, vec3(0.5, 0.5, 1.0), factors.z);
    if (HAS_LAYER_TEXTURE(CLEARCOAT_TEXTURE)) coat.factor *= sample_layer(clearcoatTexture, CLEARCOAT_TEXTURE, material, t).r;
    if (HAS_LAYER_TEXTURE(CLEARCOAT_ROUGHNESS_TEXTURE)) {
        coat.roughness *= sample_layer(clearcoatRoughnessTexture, CLEARCOAT_ROUGHNESS_TEXTURE, material, t).g;
    }
    if (HAS_LAYER_TEXTURE(CLEARCOAT_NORMAL_TEXTURE)) {
        coat.normal = sample_layer(clearcoatNormalTexture, CLEARCOAT_NORMAL_TEXTURE, material, t).xyz;
    }
    return coat;
}

// Colour; w = roughness.
vec4 sheen_of(uint material, TexCoords t)
{
    vec4 sheen = layer_texel(material, 1u);
    if (HAS_LAYER_TEXTURE(SHEEN_COLOR_TEXTURE)) sheen.rgb *= sample_layer(sheenColorTexture, SHEEN_COLOR_TEXTURE, material, t).rgb;
    if (HAS_LAYER_TEXTURE(SHEEN_ROUGHNESS_TEXTURE)) sheen.a *= sample_layer(sheenRoughnessTexture, SHEEN_ROUGHNESS_TEXTURE, material, t).a;
    return sheen;
}

// Reflectance of the dielectric at normal incidence; w = at grazing angles.
vec4 dielectric_of(uint material, TexCoords t)
{
    vec4 specular = layer_texel(material, 2u);
    if (HAS_LAYER_TEXTURE(SPECULAR_COLOR_TEXTURE)) specular.rgb *= sample_layer(specularColorTexture, SPECULAR_COLOR_TEXTURE, material, t).rgb;
    if (HAS_LAYER_TEXTURE(SPECULAR_TEXTURE)) specular.a *= sample_layer(specularTexture, SPECULAR_TEXTURE, material, t).a;
    return vec4(min(layer_texel(material, 0u).w * specular.rgb, 1.0) * specular.a, specular.a);
}

// Strength, index of refraction, thickness in nanometres.
vec3 film_of(uint material, TexCoords t)
{
    vec4 film = layer_texel(material, 5u);
    if (HAS_LAYER_TEXTURE(IRIDESCENCE_TEXTURE)) film.x *= sample_layer(iridescenceTexture, IRIDESCENCE_TEXTURE, material, t).r;
    float share = 1.0;
    if (HAS_LAYER_TEXTURE(IRIDESCENCE_THICKNESS_TEXTURE)) {
        share = sample_layer(iridescenceThicknessTexture, IRIDESCENCE_THICKNESS_TEXTURE, material, t).g;
    }
    return vec3(film.x, film.y, mix(film.z, film.w, share));
}

// Direction of greatest roughness along tangent and bitangent; z = strength.
vec3 anisotropy_of(uint material, TexCoords t)
{
    vec4 factors = layer_texel(material, 6u);
    vec2 direction = vec2(1.0, 0.0);
    if (HAS_LAYER_TEXTURE(ANISOTROPY_TEXTURE)) {
        vec3 texel = sample_layer(anisotropyTexture, ANISOTROPY_TEXTURE, material, t).rgb;
        vec2 given = texel.rg * 2.0 - 1.0;
        float size = length(given);
        if (size > 1e-4) direction = given / size; // between opposite texels there is none
        factors.x *= texel.b;
    }
    return vec3(factors.y * direction.x - factors.z * direction.y, factors.z * direction.x + factors.y * direction.y, factors.x);
}

// Share that is transmitted; thickness in the mesh's space.
vec2 transmission_of(uint material, TexCoords t)
{
    vec2 transmission = layer_texel(material, 3u).xy;
    if (HAS_LAYER_TEXTURE(TRANSMISSION_TEXTURE)) transmission.x *= sample_layer(transmissionTexture, TRANSMISSION_TEXTURE, material, t).r;
    if (HAS_LAYER_TEXTURE(THICKNESS_TEXTURE)) transmission.y *= sample_layer(thicknessTexture, THICKNESS_TEXTURE, material, t).g;
    return transmission;
}

// Attenuation per metre.
vec3 absorption_of(uint material)
{
    return -log(max(layer_texel(material, 4u).rgb, 1e-6)) * layer_texel(material, 3u).z;
}

float dispersion_of(uint material) { return layer_texel(material, 3u).w; }

float ior_of(uint material) { return layer_texel(material, 4u).w; }

#endif
