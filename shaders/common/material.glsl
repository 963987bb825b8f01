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

struct Material {
    vec4 baseColor;
    vec4 emissive;      // nit; w = alpha cutoff
    vec4 factors;       // metallic, roughness, normal scale, occlusion strength
    vec4 transforms[10]; // two rows for each texture: uv' = row · (u, v, 1)
};

layout(std430, set = 0, binding = 3) readonly buffer Materials { Material materials[]; };

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
        vec4 row0 = materials[material].transforms[slot * 2u];
        vec4 row1 = materials[material].transforms[slot * 2u + 1u];
        uv = vec2(dot(row0.xyz, vec3(uv, 1.0)), dot(row1.xyz, vec3(uv, 1.0)));
        perColumn = vec2(dot(row0.xy, perColumn), dot(row1.xy, perColumn));
        perRow = vec2(dot(row0.xy, perRow), dot(row1.xy, perRow));
    }
    return textureGrad(image, uv, perColumn, perRow);
}

vec4 base_color(uint material, TexCoords t, vec4 vertexColor)
{
    vec4 color = materials[material].baseColor;
    if (HAS_TEXTURE(BASE_COLOR)) color *= sample_texture(baseColorTexture, BASE_COLOR, material, t);
    if (VERTEX_COLORS) color *= vertexColor;
    return color;
}

// Whether glTF's alpha mode leaves anything here; blended surfaces count as present from one half.
bool is_present(float alpha, uint material)
{
    if (MASKED) return alpha >= materials[material].emissive.w;
    return !BLENDED || alpha >= 0.5;
}

#endif
