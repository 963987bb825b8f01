// Shadows of lamps with a size: percentage-closer soft shadows (Fernando 2005) with a second search and a filter on the receiver's own plane.
// Blockers are looked for where the lamp's disc may be hidden, their mean height gives the width of the penumbra, and the shadow is averaged
// over that width. The patterns are fixed spirals (Vogel 1979): no noise, and no two taps at the same place along any direction.
#ifndef SOFT_SHADOWS_GLSL
#define SOFT_SHADOWS_GLSL

layout(set = 0, binding = 24) uniform sampler2DArray shadowDepths; // the shadow maps without comparison

const int SEARCH_TAPS = 32;
const int FILTER_TAPS = 64;
const float GOLDEN_ANGLE = 2.39996323;

// Share of a cascade's width.
const float WIDEST_SEARCH = 0.15;

// A blocker nearer to the lamp than this share of the distance counts as if it were there.
const float NEAREST_BLOCKER = 0.25;

// Blockers are looked for so much beyond the edge of the penumbra: where it begins they are known already.
const float NEARLY = 1.3;

// A receiver that is tilted more than this (tangent) is taken as if it were not.
const float STEEPEST = 8.0;

// Where the receiver's plane is, and the lamp's frame around it.
struct Receiver {
    vec3 q;        // in the lamp's frame
    vec3 across;   // of the lamp's frame for one metre across the light
    vec3 down;
    vec2 rise;     // metres towards the lamp for each metre across the light
    vec3 towards;  // of the lamp's frame for one metre towards the lamp
    float distance;
};

// Radius of the penumbra's edge around a point, metres: how far beside it things at a height may hide part of the lamp.
float penumbra_radius(Lamp lamp, float height, float distance)
{
    return lamp.intensity.w == PARALLEL ? lamp.extent.x * height : lamp.extent.x * height / max(distance - height, NEAREST_BLOCKER * distance);
}

// The greatest of them, as far as a map of so many texels of this size can tell without looking past its edge. q: in the lamp's frame.
float search_radius(Lamp lamp, vec3 q, float distance, float texel)
{
    return lamp.intensity.w == PARALLEL
        ? min(lamp.extent.x * max(q.z, 0.0) * lamp.extent.y, WIDEST_SEARCH * texel * float(textureSize(shadowMaps, 0).x))
        : penumbra_radius(lamp, (1.0 - NEAREST_BLOCKER) * distance, distance);
}

vec3 to_lamp_direction(Lamp lamp, vec3 d)
{
    return vec3(dot(lamp.toShadow[0].xyz, d), dot(lamp.toShadow[1].xyz, d), dot(lamp.toShadow[2].xyz, d));
}

Receiver receiver_of(Lamp lamp, vec3 p, vec3 n, vec3 l, float distance)
{
    vec3 t = normalize(abs(l.y) < 0.9 ? vec3(l.z, 0.0, -l.x) : vec3(0.0, -l.z, l.y));
    vec3 b = cross(l, t);
    float facing = max(dot(n, l), 1e-3);
    vec2 rise = -vec2(dot(n, t), dot(n, b)) / facing;
    rise *= min(1.0, STEEPEST / max(length(rise), 1e-6));
    return Receiver(lamp_frame(lamp, p), to_lamp_direction(lamp, t), to_lamp_direction(lamp, b), rise, to_lamp_direction(lamp, l), distance);
}

// How much nearer to or farther from a lamp at a place the receiver's plane is in the direction of an offset across the light.
float plane_share(Receiver r, vec2 offset)
{
    return 1.0 / clamp(1.0 + dot(r.rise, offset) / r.distance, 0.25, 4.0);
}

// The point of the receiver's plane that the lamp sees at an offset across the light, in the lamp's frame.
vec3 on_receiver(Lamp lamp, Receiver r, vec2 offset)
{
    vec3 across = r.q + r.across * offset.x + r.down * offset.y;
    return lamp.intensity.w == PARALLEL ? across + r.towards * dot(r.rise, offset) : across * plane_share(r, offset);
}

// The surface that is nearest to the lamp at an offset: how high it is over the receiver's plane, and over the receiver itself.
struct Blocker {
    float overPlane;
    float above;
};

Blocker blocker_at(Lamp lamp, Receiver r, vec2 offset, vec4 part)
{
    ShadowPlace place = shadow_place(lamp, on_receiver(lamp, r, offset), part);
    float depth = textureLod(shadowDepths, vec3(place.uv, place.layer), 0.0).x;
    if (lamp.intensity.w == PARALLEL) {
        float over = (depth - place.depth) * lamp.extent.y;
        return Blocker(over, over + dot(r.rise, offset));
    }
    float share = plane_share(r, offset), ratio = min(SHADOW_NEAR / max(depth, 1e-9) / place.axis, 1.0);
    return Blocker(r.distance * share * (1.0 - ratio), r.distance * (1.0 - share * ratio));
}

vec2 spiral(int i, float radius)
{
    float angle = float(i) * GOLDEN_ANGLE;
    return radius * vec2(cos(angle), sin(angle));
}

// How far beside a point a blocker is beyond what can hide part of the lamp from it: 1 is the edge. Ground in front of a wall is far beyond.
float beside(Lamp lamp, Receiver r, vec2 offset, Blocker blocker, float texel)
{
    return blocker.above > 0.0 ? max(length(offset) - 1.5 * texel, 0.0) / max(penumbra_radius(lamp, blocker.above, r.distance), 1e-6) : 1e6;
}

// Greatest height of a blocker anywhere near; half of the taps are in the inner quarter, where low blockers count.
float highest_blocker(Lamp lamp, Receiver r, float radius, float bias, vec4 part)
{
    float highest = 0.0;
    for (int i = 0; i < SEARCH_TAPS; i++) {
        float at = (float(i) + 0.5) / float(SEARCH_TAPS);
        Blocker blocker = blocker_at(lamp, r, spiral(i, radius * at * at), part);
        if (blocker.overPlane > bias) highest = max(highest, blocker.above);
    }
    return highest;
}

// Mean height of the blockers that hide part of the lamp, or nearly; 0 when none does. Taps are as dense along every radius, so that low blockers,
// which count close by only, are found too.
float mean_blocker(Lamp lamp, Receiver r, float radius, float texel, float bias, vec4 part)
{
    float sum = 0.0, count = 0.0;
    for (int i = 0; i < SEARCH_TAPS; i++) {
        vec2 offset = spiral(i, NEARLY * radius * (float(i) + 0.5) / float(SEARCH_TAPS));
        Blocker blocker = blocker_at(lamp, r, offset, part);
        float weight = blocker.overPlane > bias ? 1.0 - smoothstep(1.0, NEARLY, beside(lamp, r, offset, blocker, texel)) : 0.0;
        sum += weight * blocker.above;
        count += weight;
    }
    return count > 0.0 ? sum / count : 0.0;
}

float filtered_over(Lamp lamp, Receiver r, float radius, float texel, vec4 part)
{
    float sum = 0.0;
    for (int i = 0; i < FILTER_TAPS; i++) {
        vec2 offset = spiral(i, radius * sqrt((float(i) + 0.5) / float(FILTER_TAPS)));
        ShadowPlace place = shadow_place(lamp, on_receiver(lamp, r, offset), part);
        float open = texture(shadowMaps, vec4(place.uv, place.layer, place.depth));
        float outside = smoothstep(1.1, 1.6, beside(lamp, r, offset, blocker_at(lamp, r, offset, part), texel));
        sum += max(open, outside);
    }
    return sum / float(FILTER_TAPS);
}

// p: off its surface. sharp: the shadow of a lamp without size, which is right where things touch.
float soft_shadow(Lamp lamp, vec3 p, vec3 n, vec3 l, float distance, float texel, vec4 part, float sharp)
{
    if (dot(n, l) <= 0.0) return sharp;
    Receiver r = receiver_of(lamp, p, n, l, distance);
    float bias = 2.0 * texel;
    float highest = highest_blocker(lamp, r, search_radius(lamp, r.q, distance, texel), bias, part);
    if (highest == 0.0) return sharp;
    float widest = penumbra_radius(lamp, highest, distance);
    float height = mean_blocker(lamp, r, widest, texel, bias, part);
    float radius = penumbra_radius(lamp, height, distance);
    float known = smoothstep(0.75, 2.0, radius / texel);
    return known > 0.0 ? mix(sharp, filtered_over(lamp, r, radius, texel, part), known) : sharp;
}

#endif
