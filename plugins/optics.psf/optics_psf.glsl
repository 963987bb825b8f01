// The point spread of diffraction and aberrations. In and out: radiance layers, nit.
// Coefficients: radius, then taps of red, green and blue: of the middle, and of each (a, b) with 0 <= b <= a, 1 <= a within the disc, row by row.

vec3 optics_psf_tap(int i)
{
    return vec3(optics_psf_coefficient(i), optics_psf_coefficient(i + 1), optics_psf_coefficient(i + 2));
}

// The places that quarter turns make of one.
vec3 optics_psf_four(ivec2 at, ivec2 d)
{
    return signal_at(at + d) + signal_at(at + ivec2(-d.y, d.x)) + signal_at(at - d) + signal_at(at + ivec2(d.y, -d.x));
}

vec3 optics_psf(PixelSite site, int pass, optics_psf_Parameters p)
{
    int radius = int(optics_psf_coefficient(0)), limit = (radius + 1) * (radius + 1), i = 4;
    vec3 sum = optics_psf_tap(1) * signal_at(site.pixel);
    for (int a = 1; a <= radius; a++)
    {
        for (int b = 0; b <= a && a * a + b * b < limit; b++)
        {
            vec3 light = optics_psf_four(site.pixel, ivec2(a, b));
            if (b > 0 && b < a)
            {
                light += optics_psf_four(site.pixel, ivec2(b, a));
            }
            sum += optics_psf_tap(i) * light;
            i += 3;
        }
    }
    return sum;
}
