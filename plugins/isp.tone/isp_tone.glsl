// In and out: linear RGB. Straight up to the knee; above it, with t = (x - knee) / (1 - knee) and T the same of white,
// y = knee + (1 - knee) t (1 + t / T^2) / (1 + t) (Reinhard et al. 2002). White and what is above it becomes 1.

vec3 isp_tone(vec3 signal, PixelSite site, isp_tone_Parameters p)
{
    float rest = 1.0 - p.knee, end = (p.white - p.knee) / rest;
    vec3 x = p.gain * signal, t = clamp((x - p.knee) / rest, 0.0, end);
    return min(x, p.knee) + rest * t * (1.0 + t / (end * end)) / (1.0 + t);
}
