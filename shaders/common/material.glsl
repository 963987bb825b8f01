// A metallic-roughness material and its textures. What a material uses is fixed when the pipeline is built, because a software
// device executes both sides of a branch.
#ifndef MATERIAL_GLSL
#define MATERIAL_GLSL

layout(constant_id = 0) const uint FEATURES = 0u;

const uint BASE_COLOR = 0u;
const uint METALLIC_ROUGHNESS = 1u;
const uint NORMAL = 2u;
const uint OCCLUSION = 3u;
const uint EMISSIVE = 4u;

const bool VERTEX_COLORS = (FEATURES & (1u << 15)) != 0u;
const bool UNLIT = (FEATURES & (1u << 16)) != 0u;
const bool MASKED = (FEATURES & (1u << 17)) != 0u;
const bool DOUBLE_SIDED = (FEATURES & (1u << 18)) != 0u;
const bool BLENDED = (FEATURES & (1u << 19)) != 0u;

#define HAS_TEXTURE(slot) ((FEATURES & (1u << (slot))) != 0u)
#define USES_SECOND_SET(slot) ((FEATURES & (1u << ((slot) + 5u))) != 0u)
#define HAS_TRANSFORM(slot) ((FEATURES & (1u << ((slot) + 10u))) != 0u)

// Texels of each material, because a software device reads a buffer block lane by lane and component by component.
layout(set = 0, binding = 3) uniform samplerBuffer materials;

const uint MATERIAL_TEXELS = 13u;

vec4 material_texel(uint material, uint texel) { return texelFetch(materials, int(material * MATERIAL_TEXELS + texel)); }

vec4 base_color_factor(uint material) { return material_texel(material, 0u); }

// nit; w = alpha cutoff
vec4 emissive_factor(uint material) { return material_texel(material, 1u); }

// metallic, roughness, normal scale, occlusion strength
vec4 surface_factors(uint material) { return material_texel(material, 2u); }

// Two rows for each texture: uv' = row · (u, v, 1)
vec4 transform_row(uint material, uint slot, uint row) { return material_texel(material, 3u + slot * 2u + row); }

layout(set = 1, binding = 0) uniform sampler2D baseColorTexture;
layout(set = 1, binding = 1) uniform sampler2D metallicRoughnessTexture;
layout(set = 1, binding = 2) uniform sampler2D normalTexture;
layout(set = 1, binding = 3) uniform sampler2D occlusionTexture;
layout(set = 1, binding = 4) uniform sampler2D emissiveTexture;

// Both UV sets at a pixel, and their change to the next column and row.
struct TexCoords {
    vec2 set0;
    vec2 set0PerColumn;
    vec2 set0PerRow;
    vec2 set1;
    vec2 set1PerColumn;
    vec2 set1PerRow;
};

vec4 sample_texture(sampler2D image, uint slot, uint material, TexCoords t)
{
    vec2 uv = USES_SECOND_SET(slot) ? t.set1 : t.set0;
    vec2 perColumn = USES_SECOND_SET(slot) ? t.set1PerColumn : t.set0PerColumn;
    vec2 perRow = USES_SECOND_SET(slot) ? t.set1PerRow : t.set0PerRow;
    if (HAS_TRANSFORM(slot)) {
        vec4 row0 = transform_row(material, slot, 0u);
        vec4 row1 = transform_row(material, slot, 1u);
        uv = vec2(dot(row0.xyz, vec3(uv, 1.0)), dot(row1.xyz, vec3(uv, 1.0)));
        perColumn = vec2(dot(row0.xy, perColumn), dot(row1.xy, perColumn));
        perRow = vec2(dot(row0.xy, perRow), dot(row1.xy, perRow));
    }
    return textureGrad(image, uv, perColumn, perRow);
}

vec4 base_color(uint material, TexCoords t, vec4 vertexColor)
{
    vec4 color = base_color_factor(material);
    if (HAS_TEXTURE(BASE_COLOR)) color *= sample_texture(baseColorTexture, BASE_COLOR, material, t);
    if (VERTEX_COLORS) color *= vertexColor;
    return color;
}

// Whether glTF's alpha mode leaves anything here; blended surfaces count as present from one half.
bool is_present(float alpha, uint material)
{
    if (MASKED) return alpha >= emissive_factor(material).w;
    return !BLENDED || alpha >= 0.5;
}

#endif
