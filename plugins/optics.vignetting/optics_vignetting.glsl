// Relative illumination cos^4 theta (1 + k1 r^2 + k2 r^4 + k3 r^6). In and out: radiance layers, nit.
// Coefficient: the square of half the image's width over the focal length. r = 1 in the corners.

vec3 optics_vignetting(vec3 signal, PixelSite site, optics_vignetting_Parameters p)
{
    vec2 size = vec2(site.size), at = 2.0 * vec2(site.pixel) + 1.0 - size;
    float squared = dot(at, at), r2 = squared / dot(size, size);
    float secant2 = 1.0 + optics_vignetting_coefficient(0) * squared / (size.x * size.x);
    float falloff = 1.0 + r2 * (p.k1 + r2 * (p.k2 + r2 * p.k3));
    return max(0.0, falloff) / (secant2 * secant2) * signal;
}
