// Red and blue images of another size than the green one. In and out: radiance layers, nit. Read between pixels linearly.
// Coefficients: how much farther from the middle, in parts of the distance, red and blue are read.

vec3 optics_lateral_colour_between(PixelSite site, float farther)
{
    vec2 shift = (vec2(site.pixel) - 0.5 * vec2(site.size - 1)) * farther, part = shift - floor(shift);
    ivec2 at = site.pixel + ivec2(floor(shift));
    vec3 above = mix(signal_at(at), signal_at(at + ivec2(1, 0)), part.x);
    vec3 below = mix(signal_at(at + ivec2(0, 1)), signal_at(at + ivec2(1, 1)), part.x);
    return mix(above, below, part.y);
}

vec3 optics_lateral_colour(PixelSite site, int pass, optics_lateral_colour_Parameters p)
{
    float red = optics_lateral_colour_between(site, optics_lateral_colour_coefficient(0)).r;
    float blue = optics_lateral_colour_between(site, optics_lateral_colour_coefficient(1)).b;
    return vec3(red, signal_at(site.pixel).g, blue);
}
