// Which pixels of a lens's image an object covers alone: those whose rays go through a texel that it covers on their face.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/faces.glsl"
#include "../common/coverage_regions.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Gather {
    Face face;
    uint firstRegion;  // of the chunk's objects on the image
    uint firstPlace;   // of the same objects on the face
    uint isOutside;    // 1 on the small canvas, outside the image only
    int firstRow;      // rows that are wanted
    int endRow;
} push;

layout(std430, set = 1, binding = 0) readonly buffer Regions { Region regions[]; };
layout(std430, set = 1, binding = 1) readonly buffer FaceBits { uint faceBits[]; };
layout(std430, set = 1, binding = 2) buffer Bits { uint bits[]; };

void main()
{
    Region r = regions[push.firstRegion + gl_WorkGroupID.y];
    Region place = regions[push.firstPlace + gl_WorkGroupID.y];
    uint index = gl_GlobalInvocationID.x;
    if (index >= r.width * r.height || place.width == 0u) return;
    ivec2 pixel = ivec2(r.x, r.y) + ivec2(index % r.width, index / r.width);
    if (pixel.y < push.firstRow || pixel.y >= push.endRow) return;
    ivec2 size = ivec2(view.width, view.height);
    // The image is the middle third of the canvas.
    bool isInImage = all(greaterThanEqual(3 * pixel + 1, size)) && all(lessThan(3 * pixel + 1, 2 * size));
    if (uint(isInImage) * push.isOutside != 0u) return; // see lamp_count()
    vec4 ray = texelFetch(rayMap, pixel.y * size.x + pixel.x);
    if (ray.w != float(push.face.index)) return;
    ivec2 texel = texel_at(push.face, place_on(push.face, ray.xyz));
    if (!holds(place, texel)) return;
    uint there = bit_of(place, texel), here = bit_of(r, pixel);
    if ((faceBits[there >> 5] & (1u << (there & 31u))) == 0u) return;
    atomicOr(bits[here >> 5], 1u << (here & 31u));
}
