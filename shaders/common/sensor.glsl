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
    float black_level;          // of the signal in front of the stage: no light
    float white_level;          // and a saturated sample; infinite where nothing clips
    uint filter_color;          // the pixel's filter in a mosaic: 0 red, 1 green, 2 blue, 3 clear
    RandomStream random;        // changes from frame to frame
    RandomStream fixed_pattern; // belongs to the sensor
};

// One sample of a pixel.
struct SampleSite
{
    PixelSite pixel;
    uint channel; // 0 red, 1 green, 2 blue; of a mosaic the pixel's filter
};

// One integer of a sample, which changes from frame to frame. A mosaic has the numbers of the channel that it kept.
uint sample_random(SampleSite site, uint block)
{
    return random_word(random_draw(site.pixel.random, block), site.channel);
}

// One that belongs to the sensor.
uint sample_pattern(SampleSite site, uint block)
{
    return random_word(random_draw(site.pixel.fixed_pattern, block), site.channel);
}

const uint ROW_STREAMS = 0x80000000u;
const uint COLUMN_STREAMS = 0xC0000000u;

// From the sensor's middle, so that a crop around it keeps its pattern.
uint from_middle(int at, int length)
{
    return uint(at - length / 2) & 0x7FFFu;
}

uint pattern_index(ivec2 pixel, ivec2 size)
{
    return from_middle(pixel.y, size.y) << 15 | from_middle(pixel.x, size.x);
}

// Numbers that all pixels of a row, or of a column, share: in this frame, or of this sensor.
RandomStream row_random(PixelSite site)
{
    return RandomStream(site.random.key, ROW_STREAMS | uint(site.pixel.y), site.random.step, site.random.stream);
}

RandomStream column_random(PixelSite site)
{
    return RandomStream(site.random.key, COLUMN_STREAMS | uint(site.pixel.x), site.random.step, site.random.stream);
}

RandomStream row_pattern(PixelSite site)
{
    return RandomStream(site.fixed_pattern.key, ROW_STREAMS | from_middle(site.pixel.y, site.size.y), site.fixed_pattern.step, site.fixed_pattern.stream);
}

RandomStream column_pattern(PixelSite site)
{
    return RandomStream(site.fixed_pattern.key, COLUMN_STREAMS | from_middle(site.pixel.x, site.size.x), site.fixed_pattern.step, site.fixed_pattern.stream);
}

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
