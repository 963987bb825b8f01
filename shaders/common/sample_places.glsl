// Where Vulkan's standard has the four samples of a pixel.
#ifndef SAMPLE_PLACES_GLSL
#define SAMPLE_PLACES_GLSL

const vec2 SAMPLE_PLACES[4] = vec2[](vec2(-0.125, -0.375), vec2(0.375, -0.125), vec2(-0.375, 0.125), vec2(0.125, 0.375)); // from its centre

// The middle of the covered samples, from the pixel's centre; one bit of the mask for each sample.
vec2 middle_of(uint mask)
{
    vec2 sum = vec2(0.0);
    for (uint i = 0u; i < 4u; i++) sum += (mask & (1u << i)) != 0u ? SAMPLE_PLACES[i] : vec2(0.0);
    return sum / float(max(bitCount(mask & 15u), 1));
}

#endif
