// Adds one slice of an exposure: exposed[pixel] += Σ over layers of weight[row, layer] · radiance[layer][pixel], nit.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/view.glsl"
#include "../common/radiance.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Expose {
    uint firstWeight;
    uint layerCount;
    bool isFirst;
} push;

layout(std430, set = 1, binding = 0) buffer Exposed { vec4 exposed[]; };
layout(std430, set = 1, binding = 1) readonly buffer RowWeights { float rowWeights[]; };

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= view.pixelCount) return;
    uint weight = push.firstWeight + uint(pixel_of(index).y) * push.layerCount;
    vec3 before = exposed[index].rgb;
    vec3 sum = mix(before, vec3(0.0), bvec3(push.isFirst));
    uint layers = min(push.layerCount, uint(rowWeights.length())); // see lamp_count()
    for (uint layer = 0u; layer < layers; layer++) {
        sum += rowWeights[weight + layer] * radiance[layer * view.pixelCount + index].rgb;
    }
    exposed[index] = vec4(sum, 1.0);
}
