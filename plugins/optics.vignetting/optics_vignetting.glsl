// Relative illumination cos^4 theta (1 + k1 r^2 + k2 r^4 + k3 r^6) m(r). In and out: radiance layers, nit.
// Coefficients: the square of half the image's width over the focal length, then m at equal steps of r. r = 1 in the corners.

float optics_vignetting_measured(float r)
{
    int steps = optics_vignetting_coefficient_count() - 2;
    if (steps < 1)
    {
        return 1.0;
    }
    int at = min(int(r * float(steps)), steps - 1);
    return mix(optics_vignetting_coefficient(1 + at), optics_vignetting_coefficient(2 + at), r * float(steps) - float(at));
}

vec3 optics_vignetting(vec3 signal, PixelSite site, optics_vignetting_Parameters p)
{
    vec2 size = vec2(site.size), at = 2.0 * vec2(site.pixel) + 1.0 - size;
    float squared = dot(at, at), r2 = squared / dot(size, size);
    float secant2 = 1.0 + optics_vignetting_coefficient(0) * squared / (size.x * size.x);
    float falloff = 1.0 + r2 * (p.k1 + r2 * (p.k2 + r2 * p.k3));
    return max(0.0, falloff) * optics_vignetting_measured(sqrt(r2)) / (secant2 * secant2) * signal;
}
