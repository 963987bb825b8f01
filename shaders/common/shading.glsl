// Radiance that a surface sends to the camera, for each radiance layer: layer 0 is steady, the others carry the flicker of the
// lamps and of their panels. The environment and what else glows are steady.
#ifndef SHADING_GLSL
#define SHADING_GLSL
#include "view.glsl"
#include "material.glsl"
#include "brdf.glsl"
#include "shadows.glsl"
#include "environment.glsl"
#include "ambient.glsl"

const uint LAYER_CAPACITY = 8u;
layout(constant_id = 1) const uint LAYERS = 1u;        // layers that this pipeline writes, at most the capacity
layout(constant_id = 2) const bool ENVIRONMENT = true;
layout(constant_id = 3) const bool LAMPS = false;

// Weight of each lamp in each layer: lampWeights[lamp · view.layerStride + layer].
layout(std430, set = 0, binding = 14) readonly buffer LampWeights { float lampWeights[]; };

// A point of a surface, in the camera frame.
struct Surface {
    vec3 position;
    vec3 normal;           // interpolated, unit, of the front side
    vec3 geometricNormal;  // of the triangle, towards the camera
    vec4 tangent;          // w: handedness of the bitangent
    bool back;             // seen from behind
    vec4 color;            // vertex colour
    TexCoords texcoords;
    float ambient;         // share of the environment's light that arrives past what stands near; 1 where not asked for
};

struct Layers {
    vec3 radiance[LAYER_CAPACITY];
};

// Turns a normal of tangent space into the camera frame. texel: 0 to 1.
vec3 mapped_normal(Surface s, vec3 texel, float scale)
{
    vec3 n = s.normal;
    vec3 t = normalize(s.tangent.xyz - n * dot(n, s.tangent.xyz));
    vec3 b = cross(n, t) * s.tangent.w;
    vec3 local = texel * 2.0 - 1.0;
    local.xy *= scale;
    return normalize(local.x * t + local.y * b + local.z * n);
}

vec3 shading_normal(Surface s, uint material, vec3 texel)
{
    vec3 n = s.normal;
    if (HAS_TEXTURE(NORMAL)) n = mapped_normal(s, texel, surface_factors(material).z);
    return DOUBLE_SIDED && s.back ? -n : n;
}

// What of s.ambient the material's own occlusion map does not know already: both tell of the same light.
float beyond_baked(float ambient, float baked)
{
    return min(ambient / max(baked, 1e-4), 1.0);
}

// visible: share of the light that is not occluded.
vec3 environment_light(Reflectance r, vec3 n, vec3 v, float roughness, float visible)
{
    vec3 diffuse = r.diffuse * environment_irradiance(to_environment(n));
    vec3 specular = r.specularAlbedo * environment_specular(to_environment(reflect(-v, n)), roughness);
    if (AMBIENT_OCCLUSION) {
        diffuse *= visible;
        specular *= specular_visibility(clamp(dot(n, v), 0.0, 1.0), visible, roughness);
    }
    return view.cameraToEnvironment[0].w * (diffuse + specular);
}

// Illuminance that a lamp gives to a surface that faces it; l is the unit direction to the lamp, sourceTangent that of half the angle of its source.
vec3 lamp_light(Lamp lamp, Surface s, uint material, out vec3 l, out float sourceTangent)
{
    float distance;
    vec3 light = illuminance_at(lamp, s.position, l, distance);
    sourceTangent = source_tangent(lamp, distance);
    if (SURFACES_GLOW && lamp.axis.w == GLOWING && uint(lamp.extent.w) == material) return vec3(0.0); // its own
    if (lamp.cone.z >= 0.0) light *= shadow_of(lamp, s.position, s.geometricNormal, l, distance);
    return light;
}

// What a surface sends out by itself: steady, or as the lamp flickers whose panel it is. Returns the share of a first layer, which has more to add.
vec3 add_emission(inout Layers layers, vec3 emission, uint material, uint firstLayer)
{
    if (!PANEL) return emission;
    uint panel = uint(transform_row(material, METALLIC_ROUGHNESS, 1u).w); // 1 + lamp
    uint weights = max(panel, 1u) * view.layerStride - view.layerStride + firstLayer;
    for (uint k = firstLayer == 0u ? 1u : 0u; k < LAYERS; k++) layers.radiance[k] += panel > 0u ? emission * lampWeights[weights + k] : vec3(0.0);
    return panel > 0u ? emission * lampWeights[weights] : emission;
}

// firstLayer: the view's layer that becomes layer 0 here.
void add_lamps(inout Layers layers, Surface s, uint material, Reflectance r, vec3 n, vec3 v, uint firstLayer)
{
    for (uint i = 0u; i < lamp_count(); i++) {
        vec3 l;
        float sourceTangent;
        vec3 light = lamp_light(lamps[view.lampBase + i], s, material, l, sourceTangent);
        vec3 radiance = light * reflect_from(r, n, v, l, sourceTangent);
        for (uint k = 0u; k < LAYERS; k++) layers.radiance[k] += radiance * lampWeights[i * view.layerStride + firstLayer + k];
    }
}

Layers shade(Surface s, uint material, MaterialTexels texels, vec3 baseColor, uint firstLayer)
{
    Layers layers;
    for (uint k = 0u; k < LAYER_CAPACITY; k++) layers.radiance[k] = vec3(0.0);
    if (UNLIT) {
        if (firstLayer == 0u) layers.radiance[0] = baseColor;
        return layers;
    }
    vec4 factors = surface_factors(material);
    float metallic = factors.x * texels.metallic;
    float roughness = factors.y * texels.roughness;
    vec3 n = shading_normal(s, material, texels.normal);
    vec3 v = towards_camera(s.position);
    float nv = clamp(dot(n, v), 1e-3, 1.0);
    Reflectance r = reflectance_of(baseColor, metallic, roughness, split_sum(nv, roughness));
    if (LAMPS) add_lamps(layers, s, material, r, n, v, firstLayer);
    vec3 steady = add_emission(layers, emissive_factor(material).rgb * texels.emissive, material, firstLayer);
    if (firstLayer == 0u) {
        float baked = 1.0 + factors.w * (texels.occlusion - 1.0);
        if (ENVIRONMENT) steady += baked * environment_light(r, n, v, roughness, beyond_baked(s.ambient, baked));
        layers.radiance[0] += steady;
    }
    return layers;
}

#endif
