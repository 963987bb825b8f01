// What a surface is at the pixel's centre, beside the labels of every frame: distance, place, flat normal, part, material, object and texture
// coordinates. One invocation for each pixel of the covered spans; float32 samples, zero where nothing is.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/geometry.glsl"
#include "../common/visibility.glsl"
#include "../common/spans.glsl"

layout(constant_id = 0) const uint WANTED = 0u; // a bit for each offset below

const uint RANGE = 0u;
const uint POSITION = 1u;
const uint GEOMETRIC_NORMAL = 2u;
const uint PART = 3u;
const uint MATERIAL = 4u;
const uint OBJECT_COORDINATES = 5u;
const uint TEXCOORD = 6u;

layout(local_size_x = 64) in;
layout(push_constant) uniform Surfaces {
    vec4 cameraToWorld[3]; // rows
    uint at[7];            // first word of each plane
    uint list;
} push;

layout(std430, set = 0, binding = 21) writeonly buffer Planes { uint planes[]; };
layout(set = 1, binding = 0) uniform usamplerBuffer parts;        // of each triangle: its primitive's place in the mesh, from 1; the mesh
layout(set = 1, binding = 1) uniform samplerBuffer restPositions; // as bound, before anything deforms
layout(set = 1, binding = 2) uniform samplerBuffer meshBoxes;     // at rest, object space: centre, 1 / diagonal

// Weights of corners 1 and 2 for a place; those of the ray, but where it passes the triangle by.
vec2 weights_at(Triangle t, Ray ray, Hit hit, vec3 position)
{
    vec2 w = crossing_of(t, ray.origin, ray.direction).weights;
    if (min(w.x, w.y) >= -1e-3 && w.x + w.y <= 1.001) return hit.weights;
    float xx = dot(t.edge1, t.edge1), xy = dot(t.edge1, t.edge2), yy = dot(t.edge2, t.edge2);
    vec2 right = vec2(dot(t.edge1, position - t.corner), dot(t.edge2, position - t.corner));
    return vec2(yy * right.x - xy * right.y, xx * right.y - xy * right.x) / max(xx * yy - xy * xy, 1e-30);
}

#define IS_WANTED(aov) ((WANTED & (1u << (aov))) != 0u)

void store(uint aov, uint index, float value) { planes[push.at[aov] + index] = floatBitsToUint(value); }

void store(uint aov, uint pixel, vec3 value)
{
    for (uint i = 0u; i < 3u; i++) store(aov, 3u * pixel + i, value[i]);
}

void main()
{
    uint span = span_of(push.list, gl_GlobalInvocationID.x / SPAN);
    uint pixel = span * SPAN + gl_GlobalInvocationID.x % SPAN;
    if (span == NO_SPAN || pixel >= view.pixelCount) return;
    uvec2 seen = visible_at(pixel);
    if (seen.x == 0u) return;

    uint object = seen.x - 1u;
    uvec4 record = texelFetch(triangles, int(seen.y));
    ivec3 v = ivec3(record.xyz);
    vec4 p0 = texelFetch(positions, v.x), p1 = texelFetch(positions, v.y), p2 = texelFetch(positions, v.z);
    Ray ray = ray_at(pixel);
    Triangle t = triangle_of(pose_of(object), p0.xyz, p1.xyz, p2.xyz);
    Hit hit = intersect(t, ray);
    vec3 position = point_on(ray, hit);

    if (IS_WANTED(RANGE)) store(RANGE, pixel, length(position - ray.origin));
    if (IS_WANTED(POSITION)) {
        vec4 p = vec4(position, 1.0);
        store(POSITION, pixel, vec3(dot(push.cameraToWorld[0], p), dot(push.cameraToWorld[1], p), dot(push.cameraToWorld[2], p)));
    }
    if (IS_WANTED(GEOMETRIC_NORMAL)) {
        vec3 n = normalize(t.normal);
        store(GEOMETRIC_NORMAL, pixel, dot(n, position - ray.origin) > 0.0 ? -n : n);
    }
    if (IS_WANTED(PART)) store(PART, pixel, float(texelFetch(parts, int(seen.y)).x));
    if (IS_WANTED(MATERIAL)) store(MATERIAL, pixel, float(record.w + 1u));
    if (IS_WANTED(OBJECT_COORDINATES)) {
        vec2 w = weights_at(t, ray, hit, position);
        vec3 at = interpolate(texelFetch(restPositions, v.x).xyz, texelFetch(restPositions, v.y).xyz, texelFetch(restPositions, v.z).xyz, w);
        vec4 box = texelFetch(meshBoxes, int(texelFetch(parts, int(seen.y)).y));
        store(OBJECT_COORDINATES, pixel, (at - box.xyz) * box.w + 0.5);
    }
    if (IS_WANTED(TEXCOORD)) {
        vec2 uv = interpolate(
            vec2(p0.w, texelFetch(normals, v.x).w), vec2(p1.w, texelFetch(normals, v.y).w), vec2(p2.w, texelFetch(normals, v.z).w), hit.weights);
        store(TEXCOORD, 2u * pixel, uv.x);
        store(TEXCOORD, 2u * pixel + 1u, uv.y);
    }
}
