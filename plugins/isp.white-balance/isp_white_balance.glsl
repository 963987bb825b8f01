// In and out: DN. DN above black times the colour's gain, clipped to the white level that all colours share.
// Coefficients: gains of red, green, blue and clear, less 1, so that a gain of 1 leaves the number as it is.

float isp_white_balance(float signal, SampleSite site, isp_white_balance_Parameters p)
{
    float more = isp_white_balance_coefficient(int(site.channel));
    return min(signal + more * (signal - site.pixel.black_level), site.pixel.white_level);
}
