// JPEG's round trip: 8-bit codes, YCbCr, blocks of 8 by 8 transformed, quantized and back. In and out: sRGB-encoded, 0 to 1.
// Passes: 0 colours, 1 rows transformed, 2 columns transformed and quantized, 3 columns back, 4 rows back, 5 colours.
// Coefficients: 64 steps of luma, 64 of chroma, 64 cosines (8 k + n). Cb and Cr of 4:2:0 lie in the top left quarter.
// Blocks may reach beyond the image: what a pass would have written there is found again from the stage's input.

// Sums of four samples, and interpolated ones, are rounded down and up in turn, as the libraries do.
// A little above one half: where a number lies between two others exactly, single and double precision take the same one.
const float isp_jpeg_half = 0.5009765625;

vec3 isp_jpeg_ycbcr(ivec2 at)
{
    vec3 code = floor(255.0 * clamp(input_at(at), 0.0, 1.0) + isp_jpeg_half);
    float y = 0.299 * code.r + 0.587 * code.g + 0.114 * code.b - 128.0;
    float cb = -0.168735892 * code.r - 0.331264108 * code.g + 0.5 * code.b;
    float cr = 0.5 * code.r - 0.418687589 * code.g - 0.081312411 * code.b;
    return floor(vec3(y, cb, cr) + isp_jpeg_half);
}

vec3 isp_jpeg_source(ivec2 at, bool is_half)
{
    vec3 here = isp_jpeg_ycbcr(at);
    if (is_half)
    {
        ivec2 next = 2 * at;
        vec3 four = isp_jpeg_ycbcr(next) + isp_jpeg_ycbcr(next + ivec2(1, 0)) + isp_jpeg_ycbcr(next + ivec2(0, 1)) + isp_jpeg_ycbcr(next + 1);
        here.yz = floor(0.25 * (four.yz + float(1 + (at.x & 1))));
    }
    return here;
}

vec3 isp_jpeg_quantized(vec3 coefficient, ivec2 at)
{
    int entry = 8 * (at.y & 7) + (at.x & 7);
    float luma = isp_jpeg_coefficient(entry), chroma = isp_jpeg_coefficient(64 + entry);
    vec3 steps = vec3(luma, chroma, chroma);
    return sign(coefficient) * floor(abs(coefficient) / steps + isp_jpeg_half) * steps;
}

float isp_jpeg_forward(int place, int i)
{
    return isp_jpeg_coefficient(128 + 8 * place + i);
}

float isp_jpeg_back(int place, int i)
{
    return isp_jpeg_coefficient(128 + 8 * i + place);
}

bool isp_jpeg_is_inside(ivec2 at, PixelSite site)
{
    return at.x < site.size.x && at.y < site.size.y;
}

vec3 isp_jpeg_colours_at(ivec2 at, PixelSite site, bool is_half, bool is_stored)
{
    return is_stored && isp_jpeg_is_inside(at, site) ? signal_at(at) : isp_jpeg_source(at, is_half);
}

vec3 isp_jpeg_rows(ivec2 at, PixelSite site, bool is_half, bool is_stored)
{
    vec3 sum = vec3(0.0);
    for (int i = 0; i < 8; i++)
    {
        sum += isp_jpeg_forward(at.x & 7, i) * isp_jpeg_colours_at(ivec2((at.x & ~7) + i, at.y), site, is_half, is_stored);
    }
    return sum;
}

vec3 isp_jpeg_columns(ivec2 at, PixelSite site, bool is_half, bool is_stored)
{
    vec3 sum = vec3(0.0);
    for (int i = 0; i < 8; i++)
    {
        ivec2 next = ivec2(at.x, (at.y & ~7) + i);
        sum += isp_jpeg_forward(at.y & 7, i) * (is_stored && isp_jpeg_is_inside(next, site) ? signal_at(next) : isp_jpeg_rows(next, site, is_half, false));
    }
    return isp_jpeg_quantized(sum, at);
}

vec3 isp_jpeg_columns_back(ivec2 at, PixelSite site, bool is_half, bool is_stored)
{
    vec3 sum = vec3(0.0);
    for (int i = 0; i < 8; i++)
    {
        ivec2 next = ivec2(at.x, (at.y & ~7) + i);
        sum += isp_jpeg_back(at.y & 7, i) * (is_stored && isp_jpeg_is_inside(next, site) ? signal_at(next) : isp_jpeg_columns(next, site, is_half, false));
    }
    return sum;
}

vec3 isp_jpeg_rows_back(ivec2 at, PixelSite site, bool is_half)
{
    vec3 sum = vec3(0.0);
    for (int i = 0; i < 8; i++)
    {
        ivec2 next = ivec2((at.x & ~7) + i, at.y);
        sum += isp_jpeg_back(at.x & 7, i) * (isp_jpeg_is_inside(next, site) ? signal_at(next) : isp_jpeg_columns_back(next, site, is_half, false));
    }
    return clamp(floor(sum + isp_jpeg_half), -128.0, 127.0);
}

// Three quarters of the nearest sample, a quarter of the next, along both axes.
vec2 isp_jpeg_interpolated(PixelSite site)
{
    ivec2 last = (site.size + 1) / 2 - 1, near = site.pixel / 2, next = clamp(near + 2 * (site.pixel & 1) - 1, ivec2(0), last);
    vec2 sum = 9.0 * signal_at(near).yz + 3.0 * (signal_at(ivec2(next.x, near.y)).yz + signal_at(ivec2(near.x, next.y)).yz) + signal_at(next).yz;
    return floor((sum + float(8 - (site.pixel.x & 1))) / 16.0);
}

vec3 isp_jpeg_picture(PixelSite site, bool is_half)
{
    vec3 here = signal_at(site.pixel);
    float y = here.x + 128.0;
    vec2 c = is_half ? isp_jpeg_interpolated(site) : here.yz;
    vec3 code = vec3(y + 1.402 * c.y, y - 0.344136286 * c.x - 0.714136286 * c.y, y + 1.772 * c.x);
    return clamp(floor(code + isp_jpeg_half), 0.0, 255.0) / 255.0;
}

vec3 isp_jpeg(PixelSite site, int pass, isp_jpeg_Parameters p)
{
    bool is_half = p.chroma == 1;
    switch (pass)
    {
        case 0: return isp_jpeg_source(site.pixel, is_half);
        case 1: return isp_jpeg_rows(site.pixel, site, is_half, true);
        case 2: return isp_jpeg_columns(site.pixel, site, is_half, true);
        case 3: return isp_jpeg_columns_back(site.pixel, site, is_half, true);
        case 4: return isp_jpeg_rows_back(site.pixel, site, is_half);
        default: return isp_jpeg_picture(site, is_half);
    }
}
