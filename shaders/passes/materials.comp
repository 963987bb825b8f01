// What the material is at each pixel's centre, before any light: base colour and alpha, roughness and metalness, emission. One invocation for
// each pixel of the spans that show one material; float32 samples, zero where nothing is.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/geometry.glsl"
#include "../common/texcoords.glsl"
#include "../common/visibility.glsl"
#include "../common/spans.glsl"

layout(constant_id = 1) const uint WANTED = 0u; // a bit for each offset below

const uint ALBEDO = 0u;
const uint ROUGHNESS_METALLIC = 1u;
const uint EMISSION = 2u;

layout(local_size_x = 64) in;
layout(push_constant) uniform MaterialPlanes {
    uint list;
    uint at[3]; // first word of each plane
} push;

layout(std430, set = 0, binding = 21) writeonly buffer Planes { uint planes[]; };

#define IS_WANTED(aov) ((WANTED & (1u << (aov))) != 0u)

void store(uint first, float value) { planes[first] = floatBitsToUint(value); }

void store(uint aov, uint pixel, vec3 value)
{
    for (uint i = 0u; i < 3u; i++) store(push.at[aov] + 3u * pixel + i, value[i]);
}

TexCoords texcoords_on(Hit hit, ivec3 v, vec4 p0, vec4 p1, vec4 p2)
{
    return texcoords_at(
        hit,
        vec2(p0.w, texelFetch(normals, v.x).w), vec2(p1.w, texelFetch(normals, v.y).w), vec2(p2.w, texelFetch(normals, v.z).w),
        texelFetch(texcoords1, v.x).xy, texelFetch(texcoords1, v.y).xy, texelFetch(texcoords1, v.z).xy);
}

void main()
{
    uint span = span_of(push.list, gl_GlobalInvocationID.x / SPAN);
    uint pixel = span * SPAN + gl_GlobalInvocationID.x % SPAN;
    if (span == NO_SPAN || pixel >= view.pixelCount) return;
    uvec2 seen = visible_at(pixel);
    if (seen.x == 0u) return;
    uvec4 record = texelFetch(triangles, int(seen.y));
    if ((UNTEXTURED ? list_of(record.w) : record.w) != push.list) return;
    uint material = UNTEXTURED ? record.w : push.list;

    ivec3 v = ivec3(record.xyz);
    vec4 p0 = texelFetch(positions, v.x), p1 = texelFetch(positions, v.y), p2 = texelFetch(positions, v.z);
    Hit hit = intersect(triangle_of(pose_of(seen.x - 1u), p0.xyz, p1.xyz, p2.xyz), ray_at(pixel));
    MaterialTexels texels = material_texels(material, texcoords_on(hit, v, p0, p1, p2));
    vec4 vertexColor = vec4(1.0);
    if (VERTEX_COLORS) vertexColor = interpolate(texelFetch(colors, v.x), texelFetch(colors, v.y), texelFetch(colors, v.z), hit.weights);
    vec4 color = base_color(material, texels.baseColor, vertexColor);
    vec4 factors = surface_factors(material);

    if (IS_WANTED(ALBEDO)) {
        for (uint i = 0u; i < 3u; i++) store(push.at[ALBEDO] + 4u * pixel + i, color[i]);
        store(push.at[ALBEDO] + 4u * pixel + 3u, BLENDED ? color.a : 1.0);
    }
    if (IS_WANTED(ROUGHNESS_METALLIC)) store(ROUGHNESS_METALLIC, pixel, vec3(1.0, factors.y * texels.roughness, factors.x * texels.metallic));
    if (IS_WANTED(EMISSION)) store(EMISSION, pixel, UNLIT ? color.rgb : emissive_factor(material).rgb * texels.emissive);
}
