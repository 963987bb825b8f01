// What each layer of a material takes from the light and leaves to those below: a clear coat over sheen over the base.
#ifndef LAYER_STACK_GLSL
#define LAYER_STACK_GLSL
#include "shading.glsl"
#include "layers.glsl"
#include "sheen.glsl"
#include "thin_film.glsl"

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

#endif
