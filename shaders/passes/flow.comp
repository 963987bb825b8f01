// Where each visible point is at another instant: its pixel's movement (u, v) in pixels, whether it is seen there (1) or hidden or outside (2),
// (a panorama's runs on around its seam), and its movement in the world along the axes of this frame's camera, metres. Zero where nothing is.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/geometry.glsl"
#include "../common/visibility.glsl"
#include "../common/spans.glsl"
#include "../common/lens_places.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Flow {
    vec4 toThisCamera[3]; // rows: the other instant's camera frame to this frame's
    vec4 intrinsics;      // fx, fy, cx, cy of the other instant's camera
    uint flowAt;          // first words of the planes
    uint sceneFlowAt;
    uint list;
    uint firstPose;       // of this view at the other instant
    float period;         // columns after which a panorama begins anew; 0 without
} push;

layout(std430, set = 0, binding = 21) writeonly buffer Planes { uint planes[]; };
layout(set = 1, binding = 0) uniform samplerBuffer otherPoses;     // object to camera, three rows each
layout(set = 1, binding = 1) uniform samplerBuffer otherPositions;
layout(set = 1, binding = 2) uniform usampler2D otherVisibility;

const float SEEN = 1.0;
const float HIDDEN = 2.0;

Pose other_pose(uint object)
{
    int base = int(push.firstPose + object * 3u);
    return Pose(texelFetch(otherPoses, base), texelFetch(otherPoses, base + 1), texelFetch(otherPoses, base + 2));
}

Triangle other_triangle(uvec2 seen)
{
    ivec3 v = ivec3(texelFetch(triangles, int(seen.y)).xyz);
    return triangle_of(
        other_pose(seen.x - 1u), texelFetch(otherPositions, v.x).xyz, texelFetch(otherPositions, v.y).xyz, texelFetch(otherPositions, v.z).xyz);
}

// Whether one of the surfaces around a point of the other image stands before it.
bool is_hidden(vec2 place, vec3 p, uint triangle)
{
    ivec2 size = textureSize(otherVisibility, 0);
    vec3 origin = vec3(p.xy * view.parallel, 0.0);
    ivec2 first = ivec2(floor(place));
    for (int i = 0; i < 4; i++) {
        ivec2 pixel = clamp(first + ivec2(i & 1, i >> 1), ivec2(0), size - 1);
        uvec2 seen = texelFetch(otherVisibility, pixel, 0).xy;
        if (seen.x == 0u || seen.y == triangle) continue;
        float before = distance_to(other_triangle(seen), origin, p - origin, 0.0);
        if (before > 0.0 && before < 1.0 - 1e-4) return true;
    }
    return false;
}

// Pixels in the other image; not a number where the camera has no place for the point, or none that is certain.
vec2 other_place(vec3 p, vec2 here)
{
    if (RAY_MAP) return lens_place(p, here, push.period);
    if (p.z < 1e-3) return vec2(intBitsToFloat(0x7fc00000));
    return p.xy / mix(p.z, 1.0, view.parallel) * push.intrinsics.xy + push.intrinsics.zw;
}

void main()
{
    uint span = span_of(push.list, gl_GlobalInvocationID.x / SPAN);
    uint pixel = span * SPAN + gl_GlobalInvocationID.x % SPAN;
    if (span == NO_SPAN || pixel >= view.pixelCount) return;
    uvec2 seen = visible_at(pixel);
    if (seen.x == 0u) return;

    ivec3 v = ivec3(texelFetch(triangles, int(seen.y)).xyz);
    vec2 here = vec2(pixel_of(pixel));
    Ray ray = ray_at(pixel);
    Triangle t = triangle_of(pose_of(seen.x - 1u), texelFetch(positions, v.x).xyz, texelFetch(positions, v.y).xyz, texelFetch(positions, v.z).xyz);
    Hit hit = intersect(t, ray);

    Pose pose = other_pose(seen.x - 1u);
    vec3 local = interpolate(texelFetch(otherPositions, v.x).xyz, texelFetch(otherPositions, v.y).xyz, texelFetch(otherPositions, v.z).xyz, hit.weights);
    vec3 moved = transform_point(pose, local);
    vec4 p = vec4(moved, 1.0);
    vec3 sceneFlow = vec3(dot(push.toThisCamera[0], p), dot(push.toThisCamera[1], p), dot(push.toThisCamera[2], p)) - point_on(ray, hit);
    for (uint i = 0u; i < 3u; i++) planes[push.sceneFlowAt + 3u * pixel + i] = floatBitsToUint(sceneFlow[i]);

    vec2 place = other_place(moved, here);
    if (any(isnan(place))) return;
    vec2 size = vec2(textureSize(otherVisibility, 0));
    vec2 inImage = vec2(within_period(place.x, push.period), place.y);
    place.x -= push.period > 0.0 ? push.period * round((place.x - here.x) / push.period) : 0.0;
    bool outside = any(lessThan(inImage, vec2(-0.5))) || any(greaterThanEqual(inImage, size - 0.5));
    float state = outside || is_hidden(inImage, moved, seen.y) ? HIDDEN : SEEN;
    uint at = push.flowAt + 3u * pixel;
    planes[at] = floatBitsToUint(place.x - here.x);
    planes[at + 1u] = floatBitsToUint(place.y - here.y);
    planes[at + 2u] = floatBitsToUint(state);
}
