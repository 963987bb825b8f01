// Reflectance of a thin film, as KHR_materials_iridescence approximates Belcour and Barla, "A Practical Extension to Microfacet Theory for the
// Modeling of Varying Iridescence", 2017: two interfaces, interference integrated over the spectrum in the Fourier domain. Air is outside.
#ifndef THIN_FILM_GLSL
#define THIN_FILM_GLSL
#include "brdf.glsl"

// Response of the eye, as linear Rec. 709, to a fringe of the given optical path difference (nanometres) and phase.
vec3 fringe(float pathDifference, vec3 shift)
{
    float phase = 2.0 * PI * pathDifference * 1e-9;
    vec3 height = vec3(5.4856e-13, 4.4201e-13, 5.2481e-13);
    vec3 centre = vec3(1.6810e+06, 1.7953e+06, 2.2084e+06);
    vec3 variance = vec3(4.3278e+09, 9.3046e+09, 6.6121e+09);
    vec3 xyz = height * sqrt(2.0 * PI * variance) * cos(centre * phase + shift) * exp(-phase * phase * variance);
    xyz.x += 9.7470e-14 * sqrt(2.0 * PI * 4.5282e+09) * cos(2.2399e+06 * phase + shift.x) * exp(-4.5282e+09 * phase * phase);
    xyz /= 1.0685e-7;
    return vec3(
        dot(vec3(3.2404542, -1.5371385, -0.4985314), xyz),
        dot(vec3(-0.9692660, 1.8760108, 0.0415560), xyz),
        dot(vec3(0.0556434, -0.2040259, 1.0572252), xyz));
}

// f0: reflectance of what lies under the film, against air. thickness: nanometres.
vec3 film_reflectance(float cosine, float filmIor, float thickness, vec3 f0)
{
    float ior = mix(1.0, filmIor, smoothstep(0.0, 0.03, thickness)); // no step where the film ends
    float inside2 = 1.0 - (1.0 - cosine * cosine) / (ior * ior);
    float inside = sqrt(max(inside2, 0.0));

    float upper0 = (ior - 1.0) / (ior + 1.0);
    float upper = upper0 * upper0 + (1.0 - upper0 * upper0) * schlick(cosine);
    float passed = 1.0 - upper;

    vec3 root = sqrt(clamp(f0, 0.0, 0.9999));
    vec3 baseIor = (1.0 + root) / (1.0 - root);
    vec3 lower0 = (baseIor - ior) / (baseIor + ior);
    lower0 *= lower0;
    vec3 lower = lower0 + (1.0 - lower0) * schlick(inside);

    // Half a wave is lost where light is reflected by the denser of two media: outside always, below where the base is denser.
    vec3 shift = vec3(PI) + vec3(baseIor.x < ior ? PI : 0.0, baseIor.y < ior ? PI : 0.0, baseIor.z < ior ? PI : 0.0);
    float pathDifference = 2.0 * ior * thickness * inside;

    vec3 both = clamp(upper * lower, 1e-5, 0.9999);
    vec3 amplitude = sqrt(both);
    vec3 series = passed * passed * lower / (1.0 - both);
    vec3 sum = upper + series;
    vec3 term = series - passed;
    for (int m = 1; m <= 2; m++) {
        term *= amplitude;
        sum += term * 2.0 * fringe(float(m) * pathDifference, float(m) * shift);
    }
    return clamp(sum, 0.0, 1.0);
}

// The f0 with which Schlick's formula gives a reflectance at an angle.
vec3 schlick_f0(vec3 reflectance, float cosine)
{
    float weight = min(schlick(cosine), 0.9999);
    return clamp((reflectance - weight) / (1.0 - weight), 0.0, 1.0);
}

#endif
