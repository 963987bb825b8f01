// Where a micropolygon is nearer than what was rasterized, the visibility buffer shows it; leaves no micropolygons behind.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/culling.glsl"
#include "../common/nearest.glsl"

layout(std430, set = 2, binding = 0) buffer Nearest { uvec2 nearest[]; };
layout(set = 2, binding = 1) uniform usamplerBuffer nearestTexels; // the same
layout(set = 2, binding = 2) uniform sampler2D depths;
layout(set = 2, binding = 3, rg32ui) uniform writeonly uimage2D visible;

void main()
{
    uint pixel = gl_GlobalInvocationID.x;
    if (pixel >= view.pixelCount) return;
    uvec2 found = texelFetch(nearestTexels, int(pixel)).xy;
    if (found.y == 0u) return;
    ivec2 at = pixel_of(pixel);
    if (found.y > floatBitsToUint(texelFetch(depths, at, 0).x)) {
        uvec4 cluster = texelFetch(clusters, int(range.first + cluster_of(found.x)));
        imageStore(visible, at, uvec4(cluster.x + 1u, cluster.y + triangle_of_cluster(found.x), 0u, 0u));
    }
    nearest[pixel] = uvec2(0u);
}
