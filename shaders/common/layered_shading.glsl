// As shading.glsl, for materials with layers: a clear coat over sheen over the base, which may be iridescent, anisotropic or let light through.
// Each layer takes what it reflects from those below, so that none sends out more than it receives.
#ifndef LAYERED_SHADING_GLSL
#define LAYERED_SHADING_GLSL
#include "layer_stack.glsl"
#ifdef TRANSMITS
#include "transmission.glsl"
#endif

// GGX, rougher along one direction (Burley, "Physically Based Shading at Disney", 2012; Heitz 2014 for the visibility).
float anisotropic_ggx(Stack k, vec3 l, vec3 h, float nl, float nh, float sourceTangent)
{
    vec2 alpha = vec2(width_under(k.alphaAlong, sourceTangent), width_under(k.base.alpha, sourceTangent));
    float a2 = alpha.x * alpha.y;
    vec3 f = vec3(alpha.y * dot(k.along, h), alpha.x * dot(k.across, h), a2 * nh);
    float w2 = a2 / dot(f, f);
    float fromView = nl * length(vec3(alpha.x * dot(k.along, k.v), alpha.y * dot(k.across, k.v), k.nv));
    float fromLight = k.nv * length(vec3(alpha.x * dot(k.along, l), alpha.y * dot(k.across, l), nl));
    return a2 * w2 * w2 / PI * 0.5 / (fromView + fromLight);
}

// BRDF · cos(theta_l) of the base, and its BTDF where the light comes from behind: a mirror image of the specular lobe.
vec3 base_from(Stack k, vec3 l, float sourceTangent)
{
    float nl = dot(k.n, l);
    float alpha = width_under(k.base.alpha, sourceTangent);
    if (TRANSMISSION && nl < 0.0) {
        vec3 through = l - 2.0 * nl * k.n;
        float lobe = ggx(alpha, -nl, k.nv, clamp(dot(k.n, normalize(k.v + through)), 0.0, 1.0));
        return -nl * lobe * k.transmittedScale * k.transmitted * k.absorbed;
    }
    vec3 h = normalize(k.v + l);
    nl = max(nl, 0.0);
    float nh = clamp(dot(k.n, h), 0.0, 1.0);
    float lobe = ggx(alpha, nl, k.nv, nh);
    if (ANISOTROPY) lobe = anisotropic_ggx(k, l, h, nl, nh, sourceTangent);
    vec3 fresnel = k.base.f0 + (k.f90 - k.base.f0) * schlick(clamp(dot(k.v, h), 0.0, 1.0));
    return nl * (k.base.diffuse / PI + lobe * fresnel * k.base.specularScale);
}

vec3 reflect_from_stack(Stack k, vec3 l, float sourceTangent)
{
    vec3 h = normalize(k.v + l);
    vec3 sum = base_from(k, l, sourceTangent);
    if (SHEEN) {
        float nl = dot(k.n, l);
        sum *= min(past_sheen(k, k.sheenAlbedo), past_sheen(k, sheen_albedo(min(abs(nl), 1.0), k.sheenRoughness)));
        sum += k.sheenColor * sheen_reflect(k.sheenRoughness * k.sheenRoughness, min(nl, 1.0), k.nv, clamp(dot(k.n, h), 0.0, 1.0));
    }
    if (CLEARCOAT) {
        float nl = max(dot(k.coatNormal, l), 0.0);
        float fresnel = 0.04 + 0.96 * schlick(clamp(dot(k.v, h), 0.0, 1.0));
        float alpha = width_under(max(k.coatRoughness * k.coatRoughness, 1e-3), sourceTangent);
        float lobe = ggx(alpha, nl, k.coatNv, clamp(dot(k.coatNormal, h), 0.0, 1.0));
        sum = sum * past_coat(k) + k.coat * k.coatScale * fresnel * lobe * nl;
    }
    return sum;
}

// Where the base mirrors the environment: along the direction of greatest roughness microfacets face anywhere, so the normal bends there towards
// the camera (as in the sample implementation of KHR_materials_anisotropy).
vec3 mirrored_by_base(Stack k)
{
    if (!ANISOTROPY) return reflect(-k.v, k.n);
    float strength = sqrt(clamp((k.alphaAlong - k.base.alpha) / max(1.0 - k.base.alpha, 1e-3), 0.0, 1.0));
    vec3 bent = k.v - dot(k.v, k.across) * k.across;
    float keep = 1.0 - strength * (1.0 - k.roughness);
    keep *= keep;
    return reflect(-k.v, normalize(mix(bent / max(length(bent), 1e-4), k.n, keep * keep)));
}

vec3 environment_on_stack(Stack k, float visible)
{
    vec3 irradiance = environment_irradiance(to_environment(k.n));
    vec3 mirroredByBase = environment_specular(to_environment(mirrored_by_base(k)), k.roughness);
    if (AMBIENT_OCCLUSION) {
        irradiance *= visible;
        mirroredByBase *= specular_visibility(k.nv, visible, k.roughness);
    }
    vec3 sum = k.base.diffuse * irradiance + k.base.specularAlbedo * mirroredByBase;
    if (SHEEN) sum = sum * past_sheen(k, k.sheenAlbedo) + k.sheenColor * (k.sheenAlbedo * irradiance);
    if (CLEARCOAT) {
        vec3 mirrored = environment_specular(to_environment(reflect(-k.v, k.coatNormal)), k.coatRoughness);
        if (AMBIENT_OCCLUSION) mirrored *= specular_visibility(k.coatNv, visible, k.coatRoughness);
        sum = sum * past_coat(k) + k.coat * k.coatAlbedo * mirrored;
    }
    return view.cameraToEnvironment[0].w * sum;
}

void add_lamps_on_stack(inout Layers layers, Surface s, uint material, Stack k, uint firstLayer)
{
    for (uint i = 0u; i < lamp_count(); i++) {
        Lamp lamp = lamps[view.lampBase + i];
        Surface lit = s;
        vec3 towards = lamp.position.xyz - s.position;
        if (lamp.axis.w == DIRECTIONAL) towards = -lamp.axis.xyz;
        if (TRANSMISSION && dot(s.geometricNormal, towards) < 0.0) lit.geometricNormal = -s.geometricNormal; // its other side is lit
        vec3 l;
        float sourceTangent;
        vec3 light = lamp_light(lamp, lit, material, l, sourceTangent);
        vec3 radiance = light * reflect_from_stack(k, l, sourceTangent);
        for (uint j = 0u; j < LAYERS; j++) layers.radiance[j] += radiance * lampWeights[i * view.layerStride + firstLayer + j];
    }
}

// scale: from the mesh's space to metres.
Layers shade_layered(Surface s, uint material, MaterialTexels texels, vec3 baseColor, uint firstLayer, float scale)
{
    Layers layers;
    for (uint j = 0u; j < LAYER_CAPACITY; j++) layers.radiance[j] = vec3(0.0);
    vec4 factors = surface_factors(material);
    Stack k;
    k.n = shading_normal(s, material, texels.normal);
    k.v = towards_camera(s.position);
    k.nv = clamp(dot(k.n, k.v), 1e-3, 1.0);
    k.roughness = factors.y * texels.roughness;
    k.absorbed = vec3(1.0);
    k.sheenColor = vec3(0.0);
    k.sheenRoughness = 0.0;
    k.sheenAlbedo = 0.0;
    k.coat = 0.0;
    k.coatAlbedo = 0.0;

    vec3 film = vec3(0.0);
    if (IRIDESCENCE) film = film_of(material, s.texcoords);
    vec2 transmission = vec2(0.0);
    if (TRANSMISSION) transmission = transmission_of(material, s.texcoords);
    float thickness = transmission.y * scale;
    if (VOLUME) k.absorbed = exp(-absorption_of(material) * thickness);
    k.base.alpha = max(k.roughness * k.roughness, 1e-3);
    if (ANISOTROPY) add_anisotropy(k, s, anisotropy_of(material, s.texcoords));
    add_base(k, baseColor, factors.x * texels.metallic, dielectric_of(material, s.texcoords), film, transmission.x);
    if (SHEEN) {
        vec4 sheen = sheen_of(material, s.texcoords);
        k.sheenColor = sheen.rgb;
        k.sheenRoughness = sheen.a;
        k.sheenAlbedo = sheen_albedo(k.nv, sheen.a);
    }
    if (CLEARCOAT) add_coat(k, s, coat_of(material, s.texcoords));

    if (LAMPS) add_lamps_on_stack(layers, s, material, k, firstLayer);
#ifdef TRANSMITS
    if (TRANSMISSION) add_transmitted(layers, s, k, material, thickness, firstLayer);
#endif
    vec3 steady = add_emission(layers, past_coat(k) * emissive_factor(material).rgb * texels.emissive, material, firstLayer);
    if (firstLayer == 0u) {
        float baked = 1.0 + factors.w * (texels.occlusion - 1.0);
        if (ENVIRONMENT) steady += baked * environment_on_stack(k, beyond_baked(s.ambient, baked));
        layers.radiance[0] += steady;
    }
    return layers;
}

#endif
