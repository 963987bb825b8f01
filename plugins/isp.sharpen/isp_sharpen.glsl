// Unsharp masking as one kernel. In and out: sRGB-encoded, 0 to 1.
// Coefficients: taps at (a, b) for 0 <= b <= a, row by row; each serves the eight places that mirroring gives.

vec3 isp_sharpen(PixelSite site, int pass, isp_sharpen_Parameters p)
{
    vec3 sum = vec3(0.0);
    int i = 0;
    for (int a = 0; i < isp_sharpen_coefficient_count(); a++)
    {
        for (int b = 0; b <= a; b++)
        {
            vec3 eight = signal_at(site.pixel + ivec2(a, b)) + signal_at(site.pixel + ivec2(-a, b))
                + signal_at(site.pixel + ivec2(a, -b)) + signal_at(site.pixel + ivec2(-a, -b))
                + signal_at(site.pixel + ivec2(b, a)) + signal_at(site.pixel + ivec2(-b, a))
                + signal_at(site.pixel + ivec2(b, -a)) + signal_at(site.pixel + ivec2(-b, -a));
            sum += isp_sharpen_coefficient(i) * eight;
            i++;
        }
    }
    return clamp(sum, 0.0, 1.0);
}
