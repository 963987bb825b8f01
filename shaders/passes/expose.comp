// Adds one slice of an exposure: exposed[pixel] += Σ over layers of weight[row, layer] · radiance[layer][pixel], nit. The view may be a part of the
// image, and leave pixels to other slices.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/view.glsl"
#include "../common/radiance.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Expose {
    uint firstWeight;
    uint layerCount;
    ivec2 origin;       // the view's first pixel in the image
    ivec2 omittedFirst; // pixels that are left out
    ivec2 omittedEnd;
    uint wholeWidth;
} push;

layout(std430, set = 1, binding = 0) buffer Exposed { vec4 exposed[]; };
layout(std430, set = 1, binding = 1) readonly buffer RowWeights { float rowWeights[]; };

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= view.pixelCount) return;
    ivec2 pixel = push.origin + pixel_of(index);
    if (all(greaterThanEqual(pixel, push.omittedFirst)) && all(lessThan(pixel, push.omittedEnd))) return;
    uint weight = push.firstWeight + uint(pixel.y) * push.layerCount;
    uint at = uint(pixel.y) * push.wholeWidth + uint(pixel.x);
    vec3 sum = exposed[at].rgb;
    uint layers = min(push.layerCount, uint(rowWeights.length())); // see lamp_count()
    for (uint layer = 0u; layer < layers; layer++) {
        sum += rowWeights[weight + layer] * radiance[layer * view.pixelCount + index].rgb;
    }
    exposed[at] = vec4(sum, 1.0);
}
