// Natural vignetting: radiance times cos^4 of the angle to the axis. In and out: radiance layers.
vec3 stranger_vignette(vec3 signal, PixelSite site, stranger_vignette_Parameters p)
{
    vec2 offset = (vec2(site.pixel) - 0.5 * vec2(site.size - 1)) / p.focal_px;
    float secant = 1.0 + dot(offset, offset);
    return signal / (secant * secant);
}
