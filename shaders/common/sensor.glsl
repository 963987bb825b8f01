// What a sensor stage sees beside its own parameters: the twin of SensorSim.Sensors.PixelSite in C#.
#ifndef SENSORSIM_SENSOR_GLSL
#define SENSORSIM_SENSOR_GLSL

#include "random.glsl"

struct PixelSite
{
    ivec2 pixel;                // column, row
    ivec2 size;                 // width, height
    float exposure_seconds;     // exposure time of each row
    float row_time_seconds;     // delay from one row to the next
    float lux_seconds_per_nit;  // focal-plane exposure of a uniform scene of 1 nit
    float iso;                  // exposure index, 100 = base
    float raw_black;            // DN of no light, from the last stage that gave raw numbers
    float raw_white;            // DN of a saturated pixel
    RandomStream random;        // changes from frame to frame
    RandomStream fixed_pattern; // belongs to the sensor
};

// sRGB's curve (IEC 61966-2-1) of linear light, clamped to 0..1. The power 1/2.4 is a polynomial of the fourth root, within 2.2e-6 of the
// curve (interpolated at Chebyshev's points): square roots are rounded alike on most devices and cost a software one less than pow.
vec3 srgb_encode(vec3 linear)
{
    vec3 x = clamp(linear, 0.0, 1.0);
    vec3 r = sqrt(sqrt(x));
    vec3 curve = 0.0617343075 * r - 0.294247637;
    curve = curve * r + 0.621002284;
    curve = curve * r - 0.825280017;
    curve = curve * r + 1.35457265;
    curve = curve * r + 0.141958263;
    curve = curve * r - 0.0597390114;
    return mix(curve, 12.92 * x, lessThanEqual(x, vec3(0.0031308)));
}

#endif
