// Share of the hemisphere, weighted by the cosine, that is open around every pixel's surface: the horizon on both sides of a few planes through
// the camera's ray, integrated exactly between the horizons (Jimenez et al., "Practical real-time strategies for accurate indirect occlusion",
// 2016). Only what the image shows can occlude. Directions and steps differ within blocks of 4x4 pixels, which the next pass averages.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/view.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Occlusion {
    float radius; // metres
} push;
layout(std430, set = 1, binding = 0) readonly buffer Surfaces { vec4 surfaces[]; }; // normal, depth
layout(std430, set = 1, binding = 1) writeonly buffer Visible { float visible[]; };

const int PLANES = 4;
const int STEPS = 8;
const int REFINEMENTS = 4;
const float PI = 3.14159265358979;

// Beyond this share of the radius an occluder counts less and less.
const float FADE_FROM = 0.7;

// Sine of the angle above the surface's own plane below which nothing occludes: rounding must not.
const float LOWEST = 0.01;

// Of every pixel in a block of 4x4 another sixteenth, neighbours far apart.
float ordered(ivec2 pixel)
{
    int x = pixel.x & 3, y = pixel.y & 3;
    int a = x ^ y;
    return (float(((a & 1) << 3) | ((x & 1) << 2) | (a & 2) | ((x & 2) >> 1)) + 0.5) / 16.0;
}

float arc(float horizon, float normal)
{
    return 0.25 * (cos(normal) + 2.0 * horizon * sin(normal) - cos(2.0 * horizon - normal));
}

// One direction on the image from a surface.
struct Direction {
    ivec2 pixel;
    vec3 p;
    vec3 n;
    vec3 v;
    vec2 reach;    // pixels that the radius is long, or to the edge of the image
    float lowest;  // cosine of the surface's own horizon
};

// Cosine of the horizon that what is seen at a share of the way makes; t: root of the share.
float horizon_at(Direction d, float t)
{
    vec2 offset = d.reach * (t * t);
    offset *= max(1.0, 1.0 / max(max(abs(offset.x), abs(offset.y)), 1e-6));
    ivec2 at = d.pixel + ivec2(round(offset));
    if (any(lessThan(at, ivec2(0))) || any(greaterThanEqual(at, ivec2(view.width, view.height)))) return d.lowest;
    float depth = surfaces[at.y * int(view.width) + at.x].w;
    vec3 to = point_at(vec2(at), depth) - d.p;
    float distance = length(to);
    if (depth == 0.0 || distance >= push.radius || dot(d.n, to) <= LOWEST * distance) return d.lowest;
    float share = clamp((push.radius - distance) / ((1.0 - FADE_FROM) * push.radius), 0.0, 1.0);
    return max(d.lowest, mix(d.lowest, dot(to, d.v) / distance, share));
}

// Steps beyond the image would be lost to those within it.
vec2 within_image(ivec2 pixel, vec2 reach)
{
    vec2 room = mix(vec2(pixel), vec2(view.width, view.height) - 1.0 - vec2(pixel), greaterThan(reach, vec2(0.0)));
    vec2 share = room / max(abs(reach), vec2(1e-6));
    return reach * min(1.0, min(share.x, share.y));
}

// Cosine of the highest one. The top of what occludes lies between the step that sees the most of it and the next: it is looked for there.
float horizon(Direction d, float shift)
{
    float highest = d.lowest, near = 0.0;
    for (int i = 0; i < STEPS; i++) {
        float t = (float(i) + shift) / float(STEPS);
        float cosine = horizon_at(d, t);
        near = cosine > highest ? t : near;
        highest = max(highest, cosine);
    }
    if (highest == d.lowest) return highest;
    float far = near + 1.0 / float(STEPS);
    for (int i = 0; i < REFINEMENTS; i++) {
        float t = 0.5 * (near + far);
        float cosine = horizon_at(d, t);
        near = cosine >= highest ? t : near;
        far = cosine >= highest ? far : t;
        highest = max(highest, cosine);
    }
    return highest;
}

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= view.pixelCount) return;
    vec4 surface = surfaces[index];
    ivec2 pixel = pixel_of(index);
    vec3 p = point_at(vec2(pixel), surface.w);
    vec2 reach = push.radius / (mix(max(surface.w, 1e-3), 1.0, view.parallel) * view.pixelToRay.xy);
    if (surface.w == 0.0 || max(reach.x, reach.y) < 1.0) {
        visible[index] = 1.0;
        return;
    }
    vec3 v = towards_camera(p);
    float turn = ordered(pixel), shift = fract(ordered(pixel.yx) + 0.5);
    float lost = 0.0, whole = 0.0;
    for (int i = 0; i < PLANES; i++) {
        float angle = PI * (float(i) + turn) / float(PLANES);
        vec3 along = vec3(cos(angle), sin(angle), 0.0);
        vec3 across = normalize(cross(along, v));
        vec3 inPlane = surface.xyz - across * dot(surface.xyz, across);
        float weight = length(inPlane);
        if (weight < 1e-4) continue;
        float cosine = clamp(dot(inPlane, v) / weight, -1.0, 1.0);
        float normal = dot(along, inPlane) < dot(along, v) * dot(inPlane, v) ? -acos(cosine) : acos(cosine);
        float lowAhead = cos(min(normal + 0.5 * PI, PI)), lowBehind = cos(max(normal - 0.5 * PI, -PI));
        float ahead = horizon(Direction(pixel, p, surface.xyz, v, within_image(pixel, reach * along.xy), lowAhead), shift);
        float behind = horizon(Direction(pixel, p, surface.xyz, v, within_image(pixel, -reach * along.xy), lowBehind), shift);
        float openAhead = arc(min(normal + 0.5 * PI, PI), normal), openBehind = arc(max(normal - 0.5 * PI, -PI), normal);
        if (ahead > lowAhead) lost += weight * (openAhead - arc(acos(clamp(ahead, -1.0, 1.0)), normal));
        if (behind > lowBehind) lost += weight * (openBehind - arc(-acos(clamp(behind, -1.0, 1.0)), normal));
        whole += weight * (openAhead + openBehind);
    }
    visible[index] = clamp(1.0 - lost / max(whole, 1e-6), 0.0, 1.0);
}
