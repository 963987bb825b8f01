// Veiling glare: point spread (1 - g) delta + g h. In and out: radiance layers, nit.
// Two passes a level, along rows and along columns, the widest of eight levels first: five taps of a cubic B-spline, 2^level pixels apart.
// Coefficients: what part of the stage's input is mixed in behind each level; behind level 0 the light that is not scattered.

vec3 optics_glare(PixelSite site, int pass, optics_glare_Parameters p)
{
    int level = 7 - pass / 2;
    ivec2 step = (pass & 1) == 0 ? ivec2(1 << level, 0) : ivec2(0, 1 << level);
    vec3 blurred = 0.375 * signal_at(site.pixel)
        + 0.25 * (signal_at(site.pixel - step) + signal_at(site.pixel + step))
        + 0.0625 * (signal_at(site.pixel - 2 * step) + signal_at(site.pixel + 2 * step));
    return (pass & 1) == 0 ? blurred : mix(blurred, input_at(site.pixel), optics_glare_coefficient(level));
}
