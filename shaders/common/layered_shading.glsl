// As shading.glsl, for materials with layers: a clear coat over sheen over the base, which may be iridescent, anisotropic or let light through.
// Each layer takes what it reflects from those below, so that none sends out more than it receives.
#ifndef LAYERED_SHADING_GLSL
#define LAYERED_SHADING_GLSL
#include "shading.glsl"
#include "layers.glsl"
#include "sheen.glsl"
#include "thin_film.glsl"
#ifdef TRANSMITS
#include "backdrop.glsl"
#endif

// What the layers of a surface do at one point, seen from v.
struct Stack {
    vec3 v;
    vec3 n;                // of base and sheen
    float nv;
    float roughness;       // of the base
    Reflectance base;      // its diffuse part without what is transmitted
    float f90;
    vec3 along;            // direction of greatest roughness
    vec3 across;
    float alphaAlong;
    vec3 transmitted;      // share of the light from behind
    float transmittedScale; // all bounces / single bounce
    vec3 absorbed;         // share of that which remains after the way through the volume, green's path
    vec3 sheenColor;
    float sheenRoughness;
    float sheenAlbedo;     // directional albedo of a white sheen
    vec3 coatNormal;
    float coatNv;
    float coatRoughness;
    float coat;            // how much of the surface it covers
    float coatAlbedo;
    float coatScale;       // all bounces / single bounce
};

float greatest(vec3 v) { return max(v.x, max(v.y, v.z)); }

// Share of the base's light that passes a layer of sheen.
float past_sheen(Stack k, float albedo) { return 1.0 - greatest(k.sheenColor) * albedo; }

float past_coat(Stack k) { return 1.0 - k.coat * k.coatAlbedo; }

void add_base(inout Stack k, vec3 baseColor, float metallic, vec4 dielectric, vec3 film, float transmission)
{
    vec2 split = split_sum(k.nv, k.roughness);
    k.transmittedScale = 1.0 / (split.x + split.y);
    float singleBounce = split.x + split.y;
    if (ANISOTROPY) {
        // One bounce of an anisotropic lobe keeps about as much as its two widths do on average, at most 7% more (found by integration over
        // widths and directions): taking that much for granted, no material gains energy.
        vec2 wide = split_sum(k.nv, sqrt(k.alphaAlong));
        float most = 1.0 + 0.07 * min(2.5 * (k.alphaAlong - k.base.alpha), 1.0);
        singleBounce = min(0.5 * most * (singleBounce + wide.x + wide.y), 1.0);
        split = 0.5 * (split + wide);
    }
    vec3 metal0 = baseColor, dielectric0 = dielectric.rgb;
    if (IRIDESCENCE) {
        metal0 = mix(metal0, schlick_f0(film_reflectance(k.nv, film.y, film.z, metal0), k.nv), film.x);
        dielectric0 = mix(dielectric0, schlick_f0(film_reflectance(k.nv, film.y, film.z, dielectric0), k.nv), film.x);
    }
    vec3 dielectricAlbedo = min(specular_albedo(dielectric0, dielectric.w, split), 1.0);
    vec3 below = baseColor * ((1.0 - metallic) * (1.0 - greatest(dielectricAlbedo)));
    k.f90 = mix(dielectric.w, 1.0, metallic);
    k.base.f0 = mix(dielectric0, metal0, metallic);
    k.base.specularAlbedo = mix(dielectricAlbedo, specular_albedo(metal0, 1.0, split), metallic);
    k.base.specularScale = k.base.specularAlbedo / max(k.base.f0 * split.x + k.f90 * split.y, 1e-6);
    if (ANISOTROPY) k.base.specularScale = 1.0 + k.base.f0 * (1.0 / singleBounce - 1.0);
    k.base.diffuse = below * (1.0 - transmission);
    k.transmitted = below * transmission;
}

void add_anisotropy(inout Stack k, Surface s, vec3 anisotropy)
{
    vec3 t = normalize(s.tangent.xyz - k.n * dot(k.n, s.tangent.xyz));
    vec3 b = cross(s.back && DOUBLE_SIDED ? -k.n : k.n, t) * s.tangent.w;
    k.along = normalize(anisotropy.x * t + anisotropy.y * b);
    k.across = cross(k.n, k.along);
    k.alphaAlong = mix(k.base.alpha, 1.0, anisotropy.z * anisotropy.z);
}

void add_coat(inout Stack k, Surface s, Coat coat)
{
    k.coatNormal = s.normal;
    if (HAS_LAYER_TEXTURE(CLEARCOAT_NORMAL_TEXTURE)) k.coatNormal = mapped_normal(s, coat.normal, coat.normalScale);
    if (DOUBLE_SIDED && s.back) k.coatNormal = -k.coatNormal;
    k.coatNv = clamp(dot(k.coatNormal, k.v), 1e-3, 1.0);
    k.coatRoughness = coat.roughness;
    k.coat = coat.factor;
    vec2 split = split_sum(k.coatNv, coat.roughness);
    k.coatAlbedo = specular_albedo(vec3(0.04), 1.0, split).x;
    k.coatScale = k.coatAlbedo / (0.04 * split.x + split.y);
}

// GGX, rougher along one direction (Burley, "Physically Based Shading at Disney", 2012; Heitz 2014 for the visibility).
float anisotropic_ggx(Stack k, vec3 l, vec3 h, float nl, float nh)
{
    vec2 alpha = vec2(k.alphaAlong, k.base.alpha);
    float a2 = alpha.x * alpha.y;
    vec3 f = vec3(alpha.y * dot(k.along, h), alpha.x * dot(k.across, h), a2 * nh);
    float w2 = a2 / dot(f, f);
    float fromView = nl * length(vec3(alpha.x * dot(k.along, k.v), alpha.y * dot(k.across, k.v), k.nv));
    float fromLight = k.nv * length(vec3(alpha.x * dot(k.along, l), alpha.y * dot(k.across, l), nl));
    return a2 * w2 * w2 / PI * 0.5 / (fromView + fromLight);
}

// BRDF · cos(theta_l) of the base, and its BTDF where the light comes from behind: a mirror image of the specular lobe.
vec3 base_from(Stack k, vec3 l)
{
    float nl = dot(k.n, l);
    if (TRANSMISSION && nl < 0.0) {
        vec3 through = l - 2.0 * nl * k.n;
        float lobe = ggx(k.base.alpha, -nl, k.nv, clamp(dot(k.n, normalize(k.v + through)), 0.0, 1.0));
        return -nl * lobe * k.transmittedScale * k.transmitted * k.absorbed;
    }
    vec3 h = normalize(k.v + l);
    nl = max(nl, 0.0);
    float nh = clamp(dot(k.n, h), 0.0, 1.0);
    float lobe = ggx(k.base.alpha, nl, k.nv, nh);
    if (ANISOTROPY) lobe = anisotropic_ggx(k, l, h, nl, nh);
    vec3 fresnel = k.base.f0 + (k.f90 - k.base.f0) * schlick(clamp(dot(k.v, h), 0.0, 1.0));
    return nl * (k.base.diffuse / PI + lobe * fresnel * k.base.specularScale);
}

vec3 reflect_from_stack(Stack k, vec3 l)
{
    vec3 h = normalize(k.v + l);
    vec3 sum = base_from(k, l);
    if (SHEEN) {
        float nl = dot(k.n, l);
        sum *= min(past_sheen(k, k.sheenAlbedo), past_sheen(k, sheen_albedo(min(abs(nl), 1.0), k.sheenRoughness)));
        sum += k.sheenColor * sheen_reflect(k.sheenRoughness * k.sheenRoughness, min(nl, 1.0), k.nv, clamp(dot(k.n, h), 0.0, 1.0));
    }
    if (CLEARCOAT) {
        float nl = max(dot(k.coatNormal, l), 0.0);
        float fresnel = 0.04 + 0.96 * schlick(clamp(dot(k.v, h), 0.0, 1.0));
        float lobe = ggx(max(k.coatRoughness * k.coatRoughness, 1e-3), nl, k.coatNv, clamp(dot(k.coatNormal, h), 0.0, 1.0));
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

vec3 environment_on_stack(Stack k)
{
    vec3 irradiance = environment_irradiance(to_environment(k.n));
    vec3 sum = k.base.diffuse * irradiance
        + k.base.specularAlbedo * environment_specular(to_environment(mirrored_by_base(k)), k.roughness);
    if (SHEEN) sum = sum * past_sheen(k, k.sheenAlbedo) + k.sheenColor * (k.sheenAlbedo * irradiance);
    if (CLEARCOAT) {
        vec3 mirrored = environment_specular(to_environment(reflect(-k.v, k.coatNormal)), k.coatRoughness);
        sum = sum * past_coat(k) + k.coat * k.coatAlbedo * mirrored;
    }
    return view.cameraToEnvironment[0].w * sum;
}

void add_lamps_on_stack(inout Layers layers, Surface s, Stack k, uint firstLayer)
{
    for (uint i = 0u; i < view.lampCount; i++) {
        Lamp lamp = lamps[view.lampBase + i];
        Surface lit = s;
        vec3 towards = lamp.position.xyz - s.position;
        if (lamp.axis.w == DIRECTIONAL) towards = -lamp.axis.xyz;
        if (TRANSMISSION && dot(s.geometricNormal, towards) < 0.0) lit.geometricNormal = -s.geometricNormal; // its other side is lit
        vec3 l;
        vec3 light = lamp_light(lamp, lit, l);
        vec3 radiance = light * reflect_from_stack(k, l);
        for (uint j = 0u; j < LAYERS; j++) layers.radiance[j] += radiance * lampWeights[i * view.layerStride + firstLayer + j];
    }
}

#ifdef TRANSMITS
// The way from where a ray enters to where it leaves, metres; nothing in a thin wall.
vec3 way_through(Stack k, float ior, float thickness)
{
    return thickness * normalize(refract(-k.v, k.n, 1.0 / ior));
}

// Adds what the camera sees through the surface. thickness: metres.
void add_transmitted(inout Layers layers, Surface s, Stack k, uint material, float thickness, uint firstLayer)
{
    float ior = ior_of(material);
    float level = backdrop_level_of(k.roughness, ior);
    vec3 share = k.transmitted * past_sheen(k, k.sheenAlbedo) * past_coat(k);
    vec3 iors = vec3(ior);
    vec2 red = backdrop_place(s.position), green = red, blue = red;
    if (VOLUME) {
        float spread = (ior - 1.0) * 0.025 * dispersion_of(material);
        if (DISPERSION) iors = max(vec3(ior - spread, ior, ior + spread), 1.0);
        green = backdrop_place(s.position + way_through(k, iors.g, thickness));
        share *= k.absorbed;
    }
    if (DISPERSION) {
        red = backdrop_place(s.position + way_through(k, iors.r, thickness));
        blue = backdrop_place(s.position + way_through(k, iors.b, thickness));
    }
    for (uint j = 0u; j < LAYERS; j++) {
        vec3 behind = backdrop_radiance(green, firstLayer + j, level);
        if (DISPERSION) {
            behind.r = backdrop_radiance(red, firstLayer + j, level).r;
            behind.b = backdrop_radiance(blue, firstLayer + j, level).b;
        }
        layers.radiance[j] += share * behind;
    }
}
#endif

// scale: from the mesh's space to metres.
Layers shade_layered(Surface s, uint material, MaterialTexels texels, vec3 baseColor, uint firstLayer, float scale)
{
    Layers layers;
    for (uint j = 0u; j < LAYER_CAPACITY; j++) layers.radiance[j] = vec3(0.0);
    vec4 factors = surface_factors(material);
    Stack k;
    k.n = shading_normal(s, material, texels.normal);
    k.v = normalize(-s.position);
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

    if (LAMPS) add_lamps_on_stack(layers, s, k, firstLayer);
#ifdef TRANSMITS
    if (TRANSMISSION) add_transmitted(layers, s, k, material, thickness, firstLayer);
#endif
    if (firstLayer == 0u) {
        vec3 steady = past_coat(k) * emissive_factor(material).rgb * texels.emissive;
        if (ENVIRONMENT) steady += (1.0 + factors.w * (texels.occlusion - 1.0)) * environment_on_stack(k);
        layers.radiance[0] += steady;
    }
    return layers;
}

#endif
