// In: linear RGB. Out: sRGB's curve (IEC 61966-2-1) of it, clamped to 0..1. The power 1/2.4 is a polynomial of the fourth root (interpolated at
// Chebyshev's points), in single precision within 4e-7 of the curve; the host's srgb_encode has 2e-6.

vec3 isp_srgb(vec3 signal, PixelSite site, isp_srgb_Parameters p)
{
    vec3 x = clamp(signal, 0.0, 1.0);
    vec3 r = sqrt(sqrt(x));
    vec3 curve = 0.0809201425 * r - 0.471950383;
    curve = curve * r + 1.21772195;
    curve = curve * r - 1.84681502;
    curve = curve * r + 1.86993612;
    curve = curve * r - 1.44030099;
    curve = curve * r + 1.53523068;
    curve = curve * r + 0.113074739;
    curve = curve * r - 0.0578171868;
    return mix(curve, 12.92 * x, lessThanEqual(x, vec3(0.0031308)));
}
