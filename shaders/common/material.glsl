// A metallic-roughness material and its textures. What a material uses is fixed when the pipeline is built, because a software
// device executes both sides of a branch.
#ifndef MATERIAL_GLSL
#define MATERIAL_GLSL
#include "material_table.glsl"

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
const bool UNTEXTURED = (FEATURES & 0x1fu) == 0u;
const bool INTERLEAVED = (FEATURES & (1u << 20)) != 0u; // all its textures in one buffer: see interleaved.glsl
const bool PANEL = (FEATURES & (1u << 21)) != 0u;       // may glow as a lamp does: see add_emission

#define HAS_TEXTURE(slot) ((FEATURES & (1u << (slot))) != 0u)
#define USES_SECOND_SET(slot) ((FEATURES & (1u << ((slot) + 5u))) != 0u)
#define HAS_TRANSFORM(slot) ((FEATURES & (1u << ((slot) + 10u))) != 0u)

vec4 base_color_factor(uint material) { return material_texel(material, 0u); }

// nit; w = alpha cutoff
vec4 emissive_factor(uint material) { return material_texel(material, 1u); }

// metallic, roughness, normal scale, occlusion strength
vec4 surface_factors(uint material) { return material_texel(material, 2u); }

// Two rows for each texture: uv' = row · (u, v, 1). The w of the first is the logarithm of the side of interleaved textures, of the second the list, of the fourth the lamp whose panel it is.
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

// Where a texture is sampled, and how that changes to the next column and row.
struct Footprint {
    vec2 uv;
    vec2 perColumn;
    vec2 perRow;
};

Footprint footprint_of(uint slot, uint material, TexCoords t)
{
    Footprint f = USES_SECOND_SET(slot) ? Footprint(t.set1, t.set1PerColumn, t.set1PerRow) : Footprint(t.set0, t.set0PerColumn, t.set0PerRow);
    if (HAS_TRANSFORM(slot)) {
        vec4 row0 = transform_row(material, slot, 0u);
        vec4 row1 = transform_row(material, slot, 1u);
        f.uv = vec2(dot(row0.xyz, vec3(f.uv, 1.0)), dot(row1.xyz, vec3(f.uv, 1.0)));
        f.perColumn = vec2(dot(row0.xy, f.perColumn), dot(row1.xy, f.perColumn));
        f.perRow = vec2(dot(row0.xy, f.perRow), dot(row1.xy, f.perRow));
    }
    return f;
}

vec4 sample_texture(sampler2D image, uint slot, uint material, TexCoords t)
{
    Footprint f = footprint_of(slot, material, t);
    return textureGrad(image, f.uv, f.perColumn, f.perRow);
}

vec4 base_color(uint material, vec4 texel, vec4 vertexColor)
{
    vec4 color = base_color_factor(material) * texel;
    return VERTEX_COLORS ? color * vertexColor : color;
}

vec4 base_color_texel(uint material, TexCoords t)
{
    return HAS_TEXTURE(BASE_COLOR) ? sample_texture(baseColorTexture, BASE_COLOR, material, t) : vec4(1.0);
}

// What a material's textures say at a point, before its factors.
struct MaterialTexels {
    vec4 baseColor;
    vec3 emissive;
    vec3 normal; // 0 to 1
    float occlusion;
    float roughness;
    float metallic;
};

#include "interleaved.glsl"

MaterialTexels material_texels(uint material, TexCoords t)
{
    if (INTERLEAVED) return interleaved_texels(material, t);
    MaterialTexels m = MaterialTexels(base_color_texel(material, t), vec3(1.0), vec3(0.5, 0.5, 1.0), 1.0, 1.0, 1.0);
    if (HAS_TEXTURE(METALLIC_ROUGHNESS)) {
        vec4 texel = sample_texture(metallicRoughnessTexture, METALLIC_ROUGHNESS, material, t);
        m.roughness = texel.g;
        m.metallic = texel.b;
    }
    if (HAS_TEXTURE(NORMAL)) m.normal = sample_texture(normalTexture, NORMAL, material, t).xyz;
    if (HAS_TEXTURE(OCCLUSION)) m.occlusion = sample_texture(occlusionTexture, OCCLUSION, material, t).r;
    if (HAS_TEXTURE(EMISSIVE)) m.emissive = sample_texture(emissiveTexture, EMISSIVE, material, t).rgb;
    return m;
}

// Whether glTF's alpha mode leaves anything here; blended surfaces count as present from one half.
bool is_present(float alpha, uint material)
{
    if (MASKED) return alpha >= emissive_factor(material).w;
    return !BLENDED || alpha >= 0.5;
}

#endif
