// A measured point spread. In and out: radiance layers, nit.
// Coefficients: red, green and blue of each place of a square of odd side, row by row: the image of a point.

vec3 optics_measured_psf(PixelSite site, int pass, optics_measured_psf_Parameters p)
{
    int count = optics_measured_psf_coefficient_count() / 3, side = int(sqrt(float(count)) + 0.5), radius = side / 2;
    vec3 sum = vec3(0.0);
    for (int y = 0, i = 0; y < side; y++)
    {
        for (int x = 0; x < side; x++, i += 3)
        {
            vec3 taps = vec3(optics_measured_psf_coefficient(i), optics_measured_psf_coefficient(i + 1), optics_measured_psf_coefficient(i + 2));
            sum += taps * signal_at(site.pixel + radius - ivec2(x, y));
        }
    }
    return sum;
}
