// A colour matrix whose rows sum to 1. In and out: linear RGB. Written as differences: grey has none and stays what it is.

vec3 isp_ccm(vec3 signal, PixelSite site, isp_ccm_Parameters p)
{
    vec3 first = vec3(p.red_from_green, p.green_from_red, p.blue_from_red);
    vec3 second = vec3(p.red_from_blue, p.green_from_blue, p.blue_from_green);
    return signal + first * (signal.grr - signal) + second * (signal.bbg - signal);
}
