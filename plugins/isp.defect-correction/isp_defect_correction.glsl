// In and out: DN of a mosaic. A sample that is above all but one, or below all but one, of the eight nearest behind the same filter by more than the
// threshold takes their median. Beyond the border the image is mirrored about its outermost pixels, which keeps the pattern.

float isp_defect_correction_sample(PixelSite site, int dx, int dy)
{
    ivec2 at = abs(site.pixel + 2 * ivec2(dx, dy)), last = site.size - 1;
    return signal_at(last - abs(last - at)).x;
}

// Sorts by exchanging neighbours, first even and then odd pairs: eight rounds are enough for eight numbers.
void isp_defect_correction_sort(inout float v[8])
{
    for (int round = 0; round < 8; round++)
    {
        for (int i = round & 1; i < 7; i += 2)
        {
            float low = min(v[i], v[i + 1]), high = max(v[i], v[i + 1]);
            v[i] = low;
            v[i + 1] = high;
        }
    }
}

vec3 isp_defect_correction(PixelSite site, int pass, isp_defect_correction_Parameters p)
{
    float v[8] = float[8](
        isp_defect_correction_sample(site, -1, -1), isp_defect_correction_sample(site, 0, -1), isp_defect_correction_sample(site, 1, -1),
        isp_defect_correction_sample(site, -1, 0), isp_defect_correction_sample(site, 1, 0),
        isp_defect_correction_sample(site, -1, 1), isp_defect_correction_sample(site, 0, 1), isp_defect_correction_sample(site, 1, 1));
    isp_defect_correction_sort(v);
    float own = signal_at(site.pixel).x, allowed = p.threshold * (site.white_level - site.black_level);
    bool stands_out = own > v[6] + allowed || own < v[1] - allowed;
    return vec3(stands_out ? 0.5 * (v[3] + v[4]) : own, 0.0, 0.0);
}
