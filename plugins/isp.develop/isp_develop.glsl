// The plainest development. In: DN. Out: sRGB-encoded, 0 to 1.
// value = sRGB(clamp((DN - black) / (white - black) * gain, 0, 1)); sRGB's curve: IEC 61966-2-1.

vec3 isp_develop(vec3 signal, PixelSite site, isp_develop_Parameters p)
{
    float scale = p.gain / (site.white_level - site.black_level);
    return srgb_encode((signal - site.black_level) * scale);
}
