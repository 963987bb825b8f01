// The metallic-roughness BRDF of glTF 2.0, appendix B: GGX distribution, height-correlated Smith visibility, Schlick's Fresnel,
// Lambert's diffuse; multiple scattering between microfacets after Turquin, "Practical multiple scattering compensation for
// microfacet models", 2019. The diffuse share is what the specular lobe leaves of the incident energy, so that a white surface
// in a uniform environment reflects exactly what it receives. Units: per steradian.
#ifndef BRDF_GLSL
#define BRDF_GLSL

const float PI = 3.14159265358979;

struct Reflectance {
    vec3 diffuse;         // albedo of the Lambertian part
    vec3 f0;              // specular reflectance at normal incidence
    float alpha;          // GGX width: perceptual roughness squared
    vec3 specularAlbedo;  // directional albedo of the specular lobe, all bounces
    vec3 specularScale;   // all bounces / single bounce
};

// Directional albedo of the specular lobe, all bounces. split: scale and bias of f0; f90: reflectance at grazing angles.
vec3 specular_albedo(vec3 f0, float f90, vec2 split)
{
    return (f0 * split.x + f90 * split.y) * (1.0 + f0 * (1.0 / (split.x + split.y) - 1.0));
}

// split: the split-sum table (scale and bias of f0) at (n·v, roughness).
Reflectance reflectance_of(vec3 baseColor, float metallic, float roughness, vec2 split)
{
    // A half-metal reflects half as a metal does and half as a dielectric: only the dielectric half has a diffuse share.
    float dielectric = specular_albedo(vec3(0.04), 1.0, split).x;
    Reflectance r;
    r.f0 = mix(vec3(0.04), baseColor, metallic);
    r.alpha = max(roughness * roughness, 1e-3);
    r.specularAlbedo = mix(vec3(dielectric), specular_albedo(baseColor, 1.0, split), metallic);
    r.specularScale = r.specularAlbedo / (r.f0 * split.x + split.y);
    r.diffuse = baseColor * ((1.0 - metallic) * (1.0 - dielectric));
    return r;
}

// GGX distribution times height-correlated Smith visibility.
float ggx(float alpha, float nl, float nv, float nh)
{
    float a2 = alpha * alpha;
    float denominator = nh * nh * (a2 - 1.0) + 1.0;
    float distribution = a2 / (PI * denominator * denominator);
    float visibility = 0.5 / (nl * sqrt(nv * nv * (1.0 - a2) + a2) + nv * sqrt(nl * nl * (1.0 - a2) + a2));
    return distribution * visibility;
}

// GGX width under a source that is seen under an angle with this tangent of its half (Karis 2013 widens likewise). The half vector turns by half as
// much as the light's direction does; and a mirror shows the source's own luminance: for a disc that gives E lux, F·D/4 = F·E/(π·tangent²).
float width_under(float alpha, float sourceTangent)
{
    return sourceTangent > 0.0 ? min(sqrt(alpha * alpha + 0.25 * sourceTangent * sourceTangent), 1.0) : alpha;
}

// Schlick's weight of the reflectance at grazing angles.
float schlick(float cosine)
{
    float grazing = 1.0 - cosine;
    float grazing2 = grazing * grazing;
    return grazing2 * grazing2 * grazing;
}

// BRDF · cos(theta_l) for light from about one direction.
vec3 reflect_from(Reflectance r, vec3 n, vec3 v, vec3 l, float sourceTangent)
{
    vec3 h = normalize(v + l);
    float nl = max(dot(n, l), 0.0);
    float nv = max(dot(n, v), 1e-4);
    float nh = clamp(dot(n, h), 0.0, 1.0);
    float vh = clamp(dot(v, h), 0.0, 1.0);
    vec3 fresnel = r.f0 + (1.0 - r.f0) * schlick(vh);
    return nl * (r.diffuse / PI + ggx(width_under(r.alpha, sourceTangent), nl, nv, nh) * fresnel * r.specularScale);
}

#endif
