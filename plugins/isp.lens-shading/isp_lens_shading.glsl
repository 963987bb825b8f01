// In and out: DN. DN above black times 1 + k1 r^2 + k2 r^4 + k3 r^6, r = 1 in the corners, clipped to the white level.

float isp_lens_shading(float signal, SampleSite site, isp_lens_shading_Parameters p)
{
    vec2 size = vec2(site.pixel.size), at = 2.0 * vec2(site.pixel.pixel) + 1.0 - size;
    float r2 = dot(at, at) / dot(size, size);
    float more = r2 * (p.k1 + r2 * (p.k2 + r2 * p.k3));
    return min(signal + more * (signal - site.pixel.black_level), site.pixel.white_level);
}
