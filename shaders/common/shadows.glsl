// How much of a lamp's light arrives. Shadow maps are made from the middle of a lamp; lamps with a size look up more than one place.
#ifndef SHADOWS_GLSL
#define SHADOWS_GLSL
#include "lamps.glsl"

layout(set = 0, binding = 13) uniform sampler2DArrayShadow shadowMaps;

// Nearest distance that a lamp's map sees, metres; shadow maps store SHADOW_NEAR / distance, directional ones 1 - distance / range.
const float SHADOW_NEAR = 0.01;

// Share of a cascade's width over which it passes into the next coarser one.
const float CASCADE_SEAM = 0.06;

// Texels around a point that a look-up may touch, with the way off its surface.
const float FILTER_REACH = 5.0;

// Where a point is looked for: scale and offset of u and v, layer.
const vec4 WHOLE_MAP = vec4(1.0, 0.0, 0.0, 0.0);

vec3 lamp_frame(Lamp lamp, vec3 p)
{
    vec4 h = vec4(p, 1.0);
    return vec3(dot(lamp.toShadow[0], h), dot(lamp.toShadow[1], h), dot(lamp.toShadow[2], h));
}

// 3x3 tent filter from four bilinear comparisons (Castaño, "Shadow Mapping Summary", 2013).
float filtered_shadow(vec2 uv, float layer, float depth)
{
    float side = float(textureSize(shadowMaps, 0).x);
    vec2 texel = uv * side + 0.5;
    vec2 base = floor(texel);
    vec2 s = texel - base;
    vec2 w0 = 3.0 - 2.0 * s;
    vec2 w1 = 1.0 + 2.0 * s;
    vec2 o0 = (2.0 - s) / w0 - 1.0;
    vec2 o1 = s / w1 + 1.0;
    vec2 corner = base - 0.5;
    vec2 a = (corner + o0) / side;
    vec2 b = (corner + o1) / side;
    float sum = w0.x * w0.y * texture(shadowMaps, vec4(a, layer, depth))
        + w1.x * w0.y * texture(shadowMaps, vec4(b.x, a.y, layer, depth))
        + w0.x * w1.y * texture(shadowMaps, vec4(a.x, b.y, layer, depth))
        + w1.x * w1.y * texture(shadowMaps, vec4(b, layer, depth));
    return sum / 16.0;
}

// A place on the shadow maps and the depth that a point has there.
struct ShadowPlace {
    vec2 uv;
    float layer;
    float depth;   // as the maps store it: greater is nearer to the lamp
    float axis;    // distance from the lamp along the map's axis, metres; only of lamps at a place
};

// q: in the lamp's frame. part: of a parallel map.
ShadowPlace shadow_place(Lamp lamp, vec3 q, vec4 part)
{
    bool parallel = lamp.intensity.w == PARALLEL;
    bool cone = lamp.intensity.w == CONE;
    // One look-up whatever the projection: a software device takes every branch.
    vec3 a = abs(q);
    float axis = max(a.x, max(a.y, a.z));
    float depth = max(cone ? q.z : axis, SHADOW_NEAR);
    // Faces +X -X +Y -Y +Z -Z; the other two coordinates in cyclic order.
    bool x = !cone && a.x >= axis;
    bool y = !cone && !x && a.y >= axis;
    vec3 face = x ? q.yzx : (y ? q.zxy : q.xyz);
    float side = float(textureSize(shadowMaps, 0).x);
    float border = cone ? 0.5 : 0.5 * (side - 8.0) / side;
    float layer = parallel || cone ? 0.0 : (x ? 0.0 : (y ? 2.0 : 4.0)) + (face.z < 0.0 ? 1.0 : 0.0);
    vec2 uv = parallel ? q.xy : face.xy / depth * border + 0.5;
    if (CASCADES) {
        uv = uv * part.x + part.yz;
        layer += part.w;
    }
    return ShadowPlace(uv, lamp.cone.z + layer, parallel ? 1.0 - q.z : SHADOW_NEAR / depth, depth);
}

// p, moved off its surface so far that a filter over texels of this size does not meet that surface: the filter reaches 1.5 texels, and on a
// plane tilted by theta its farthest texel is 1.5 tan(theta) texels nearer to the lamp.
vec3 off_surface(vec3 p, vec3 n, vec3 l, float texel)
{
    float cosine = clamp(dot(n, l), 0.0, 1.0);
    return p + n * (texel * (0.5 + 2.0 * sqrt(1.0 - cosine * cosine))) + l * texel;
}

#include "soft_shadows.glsl"

// In one part of the lamp's maps.
float shadow_in(Lamp lamp, vec3 p, vec3 n, vec3 l, float distance, float texel, vec4 part)
{
    vec3 clear = off_surface(p, n, l, texel);
    ShadowPlace place = shadow_place(lamp, lamp_frame(lamp, clear), part);
    float sharp = filtered_shadow(place.uv, place.layer, place.depth);
    return SOFT_SHADOWS && lamp.extent.x > 0.0 ? soft_shadow(lamp, clear, n, l, distance, texel, part, sharp) : sharp;
}

// Share of the lamp's light that arrives at p; n is the geometric normal on the lit side.
float shadow_of(Lamp lamp, vec3 p, vec3 n, vec3 l, float distance)
{
    float texel = lamp.intensity.w == PARALLEL ? lamp.cone.w : lamp.cone.w * distance;
    vec4 part = WHOLE_MAP;
    if (CASCADES && lamp.extent.z > 0.0) {
        vec3 q = lamp_frame(lamp, p);
        vec4 coarser = part;
        float share = 1.0;
        for (int i = 0; i < int(lamp.extent.z); i++) {
            vec4 finer = lamp.cascades[i];
            vec2 offCentre = abs(q.xy * finer.x + finer.yz - 0.5);
            float reach = SOFT_SHADOWS ? search_radius(lamp, q, distance, texel / finer.x) / texel * finer.x : 0.0;
            float inside = 0.5 - max(offCentre.x, offCentre.y) - (reach + FILTER_REACH) / float(textureSize(shadowMaps, 0).x);
            if (inside > 0.0) {
                coarser = part;
                part = finer;
                share = min(inside / CASCADE_SEAM, 1.0);
            }
        }
        if (share < 1.0) {
            return mix(shadow_in(lamp, p, n, l, distance, texel / coarser.x, coarser), shadow_in(lamp, p, n, l, distance, texel / part.x, part), share);
        }
    }
    return shadow_in(lamp, p, n, l, distance, texel / part.x, part);
}

#endif
