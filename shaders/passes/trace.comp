// What each pixel of a lens's image sees, exactly at its centre: of the triangles that the face shows around the pixel's ray, the nearest that
// the ray meets.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/faces.glsl"
#include "../common/geometry.glsl"
#include "../common/material_table.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Trace {
    Face face;
} push;

layout(set = 1, binding = 0) uniform usampler2D faceVisibility;
layout(std430, set = 1, binding = 1) writeonly buffer Seen { uvec2 seen[]; };

const float EDGE = 1e-5; // share of a triangle by which rays may miss it, so that none slips between neighbours

bool has_holes(uint triangle)
{
    return material_texel(texelFetch(triangles, int(triangle)).w, 5u).w > 0.0;
}

Triangle seen_triangle(uvec2 what)
{
    ivec3 v = ivec3(texelFetch(triangles, int(what.y)).xyz);
    return triangle_of(pose_of(what.x - 1u), texelFetch(positions, v.x).xyz, texelFetch(positions, v.y).xyz, texelFetch(positions, v.z).xyz);
}

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= view.pixelCount) return;
    vec4 ray = texelFetch(rayMap, int(index));
    uint row = uint(pixel_of(index).y);
    bool isWanted = row >= view.firstRow && row < view.endRow;
    if (max(ray.w, 0.0) != float(push.face.index)) return;
    if (ray.w < 0.0 || !isWanted) {
        seen[index] = uvec2(0u);
        return;
    }

    vec2 place = place_on(push.face, ray.xyz);
    ivec2 middle = texel_at(push.face, place);
    uvec2 centre = texelFetch(faceVisibility, middle, 0).xy;
    uvec2 nearest = uvec2(0u), last = uvec2(0u);
    float distance = 1e30;
    bool isOpen = false;
    for (int i = 0; i < 9; i++) {
        ivec2 texel = clamp(middle + ivec2(i % 3 - 1, i / 3 - 1), ivec2(0), push.face.size - 1);
        uvec2 what = texelFetch(faceVisibility, texel, 0).xy;
        isOpen = isOpen || what.x == 0u;
        // Whether a hole is where the ray goes is known only where the face shows the surface itself.
        if (what.x == 0u || what == last || what == nearest || (what != centre && has_holes(what.y))) continue;
        last = what;
        float met = distance_to(seen_triangle(what), vec3(0.0), ray.xyz, EDGE);
        if (met > 0.0 && met < distance) {
            distance = met;
            nearest = what;
        }
    }
    // A ray that meets none of them leaves the scene where the face shows a gap; else it slipped through a crack.
    seen[index] = nearest.x == 0u && !isOpen ? centre : nearest;
}
