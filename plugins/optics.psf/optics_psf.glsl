// The point spread of diffraction and aberrations. In and out: radiance layers, nit.
// Coefficients: taps of red, green and blue at (a, b) for 0 <= b <= a, row by row; each serves the eight places that mirroring gives.

vec3 optics_psf(PixelSite site, int pass, optics_psf_Parameters p)
{
    vec3 sum = vec3(0.0);
    int i = 0;
    for (int a = 0; i < optics_psf_coefficient_count(); a++)
    {
        for (int b = 0; b <= a; b++)
        {
            vec3 eight = signal_at(site.pixel + ivec2(a, b)) + signal_at(site.pixel + ivec2(-a, b))
                + signal_at(site.pixel + ivec2(a, -b)) + signal_at(site.pixel + ivec2(-a, -b))
                + signal_at(site.pixel + ivec2(b, a)) + signal_at(site.pixel + ivec2(-b, a))
                + signal_at(site.pixel + ivec2(b, -a)) + signal_at(site.pixel + ivec2(-b, -a));
            sum += vec3(optics_psf_coefficient(i), optics_psf_coefficient(i + 1), optics_psf_coefficient(i + 2)) * eight;
            i += 3;
        }
    }
    return sum;
}
