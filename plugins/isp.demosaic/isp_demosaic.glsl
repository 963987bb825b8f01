// Red, green and blue at each pixel of a mosaic. In: DN, one sample of each pixel. Out: DN, three.
// Bilinear: the mean of the nearest samples of a colour, those that share an edge, else those that share a corner.
// Malvar, He, Cutler (ICASSP 2004): bilinear, corrected by the curvature of the pixel's own colour; kernels in eighths.
// Clear counts as green. Beyond the border the image is mirrored about its outermost pixels, which keeps the pattern.

float isp_demosaic_sample(PixelSite site, int dx, int dy)
{
    ivec2 at = abs(site.pixel + ivec2(dx, dy)), last = site.size - 1;
    return signal_at(last - abs(last - at)).x;
}

uint isp_demosaic_channel(ivec2 pixel)
{
    uint filter_color = filter_color_at(pixel);
    return filter_color == 3u ? 1u : filter_color;
}

vec3 isp_demosaic_is(uint channel)
{
    return vec3(channel == 0u, channel == 1u, channel == 2u);
}

// Whether two green filters are on one diagonal, red and blue on the other.
bool isp_demosaic_is_bayer()
{
    uint a = filter_color_at(ivec2(0, 0)), b = filter_color_at(ivec2(1, 0)), c = filter_color_at(ivec2(0, 1)), d = filter_color_at(ivec2(1, 1));
    bool falling = a == 1u && d == 1u && b != 1u && b + c == 2u;
    bool rising = b == 1u && c == 1u && a != 1u && a + d == 2u;
    return falling || rising;
}

vec3 isp_demosaic_bilinear(PixelSite site)
{
    vec3 edges = vec3(0.0), edge_count = vec3(0.0), corners = vec3(0.0), corner_count = vec3(0.0);
    for (int i = 0; i < 4; i++)
    {
        int step = 2 * (i & 1) - 1;
        ivec2 edge = i < 2 ? ivec2(step, 0) : ivec2(0, step), corner = ivec2(step, i < 2 ? -1 : 1);
        vec3 of_edge = isp_demosaic_is(isp_demosaic_channel(site.pixel + edge)), of_corner = isp_demosaic_is(isp_demosaic_channel(site.pixel + corner));
        edges += of_edge * isp_demosaic_sample(site, edge.x, edge.y);
        corners += of_corner * isp_demosaic_sample(site, corner.x, corner.y);
        edge_count += of_edge;
        corner_count += of_corner;
    }
    vec3 own = vec3(isp_demosaic_sample(site, 0, 0));
    vec3 nearest = mix(own, corners / max(corner_count, 1.0), greaterThan(corner_count, vec3(0.0)));
    nearest = mix(nearest, edges / max(edge_count, 1.0), greaterThan(edge_count, vec3(0.0)));
    return mix(nearest, own, isp_demosaic_is(isp_demosaic_channel(site.pixel)));
}

vec3 isp_demosaic_malvar_he_cutler(PixelSite site)
{
    float own = isp_demosaic_sample(site, 0, 0);
    float row = isp_demosaic_sample(site, -1, 0) + isp_demosaic_sample(site, 1, 0);
    float column = isp_demosaic_sample(site, 0, -1) + isp_demosaic_sample(site, 0, 1);
    float far_row = isp_demosaic_sample(site, -2, 0) + isp_demosaic_sample(site, 2, 0);
    float far_column = isp_demosaic_sample(site, 0, -2) + isp_demosaic_sample(site, 0, 2);
    float corners = isp_demosaic_sample(site, -1, -1) + isp_demosaic_sample(site, 1, -1) + isp_demosaic_sample(site, -1, 1) + isp_demosaic_sample(site, 1, 1);
    float green = (4.0 * own + 2.0 * (row + column) - (far_row + far_column)) / 8.0;
    float of_row = (5.0 * own + 4.0 * row - corners - far_row + 0.5 * far_column) / 8.0;
    float of_column = (5.0 * own + 4.0 * column - corners - far_column + 0.5 * far_row) / 8.0;
    float opposite = (6.0 * own + 2.0 * corners - 1.5 * (far_row + far_column)) / 8.0;
    uint at = isp_demosaic_channel(site.pixel), beside = isp_demosaic_channel(site.pixel + ivec2(1, 0));
    float red = at == 0u ? own : at == 2u ? opposite : beside == 0u ? of_row : of_column;
    float blue = at == 2u ? own : at == 0u ? opposite : beside == 2u ? of_row : of_column;
    return vec3(red, at == 1u ? own : green, blue);
}

vec3 isp_demosaic(PixelSite site, int pass, isp_demosaic_Parameters p)
{
    return p.method == 1 && isp_demosaic_is_bayer() ? isp_demosaic_malvar_he_cutler(site) : isp_demosaic_bilinear(site);
}
