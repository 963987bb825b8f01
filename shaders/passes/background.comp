// What the camera sees where there is no surface: the environment in layer 0, nothing in the others. Surfaces in the same spans are shaded
// afterwards and replace it.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/span_pixels.glsl"
#include "../common/background.glsl"
#include "../common/radiance.glsl"

layout(constant_id = 1) const uint LAYERS = 1u; // all of them

void main()
{
    uint pixel = span_pixel();
    if (pixel == NO_PIXEL) return;
    radiance[pixel] = vec4(background_at(pixel_of(pixel)), 1.0);
    for (uint k = 1u; k < LAYERS; k++) radiance[k * view.pixelCount + pixel] = vec4(0.0, 0.0, 0.0, 1.0);
}
