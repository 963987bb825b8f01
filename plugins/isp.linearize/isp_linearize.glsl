// In: DN. Out: linear RGB, (DN - black) / (white - black) * gain, not clamped.

vec3 isp_linearize(vec3 signal, PixelSite site, isp_linearize_Parameters p)
{
    return (signal - site.black_level) * (p.gain / (site.white_level - site.black_level));
}
