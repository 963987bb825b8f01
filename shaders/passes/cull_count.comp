// First step of culling: a bit for each triangle that may cover a sample. In doubt a triangle is kept: the rasterizer has the last word.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/culling.glsl"

layout(constant_id = 0) const bool FOUR_SAMPLES = false; // and the pixel's centre
layout(constant_id = 1) const float LARGEST_MICROPOLYGON = -1.0; // pixels along the longer side; negative: none

// Pixels by which a corner may lie elsewhere: rasterizers round to 1/256.
const float SLACK = 0.01;

float cross2(vec2 a, vec2 b) { return a.x * b.y - a.y * b.x; }
float length1(vec2 a) { return abs(a.x) + abs(a.y); }

// Whether a point may lie on the inner side of an edge, given which sign that is.
bool may_be_inside(vec2 from, vec2 to, vec2 p, float side)
{
    vec2 edge = to - from, at = p - from;
    return side * cross2(edge, at) <= 2.0 * SLACK * (length1(edge) + length1(at));
}

// Whether a sample at this place of the pixels may lie in the triangle.
bool may_cover(vec2 a, vec2 b, vec2 c, vec2 low, vec2 high, vec2 sampleAt, float side, bool twoSided)
{
    vec2 first = max(ceil(low - sampleAt - SLACK), vec2(0.0));
    vec2 last = min(floor(high - sampleAt + SLACK), vec2(view.width, view.height) - 1.0);
    if (any(greaterThan(first, last))) return false;
    vec2 p = first + sampleAt;
    bool inside = may_be_inside(a, b, p, side) && may_be_inside(b, c, p, side) && may_be_inside(c, a, p, side);
    return inside || twoSided || first != last;
}

// 0: shows nowhere, 1: is drawn, 2: is a micropolygon.
uint kind_of(Corners k, uint flags)
{
    if (min(k.a.w, min(k.b.w, k.c.w)) <= view.near) return 1u;
    vec2 halfSize = 0.5 * vec2(view.width, view.height);
    vec2 a = k.a.xy / k.a.w * halfSize + halfSize, b = k.b.xy / k.b.w * halfSize + halfSize, c = k.c.xy / k.c.w * halfSize + halfSize;
    float side = (flags & MIRRORED) != 0u ? -1.0 : 1.0; // rows go down: fronts turn the other way
    bool twoSided = (flags & TWO_SIDED) != 0u;
    if (k.a == k.b || k.b == k.c || k.c == k.a) return 0u;
    if (!twoSided && side * cross2(b - a, c - a) > 2.0 * SLACK * (length1(b - a) + length1(c - a))) return 0u;
    vec2 low = min(a, min(b, c)), high = max(a, max(b, c));
    bool shows = may_cover(a, b, c, low, high, vec2(0.5), side, twoSided);
    if (FOUR_SAMPLES) {
        shows = shows || may_cover(a, b, c, low, high, vec2(0.375, 0.125), side, twoSided) || may_cover(a, b, c, low, high, vec2(0.875, 0.375), side, twoSided)
            || may_cover(a, b, c, low, high, vec2(0.125, 0.625), side, twoSided) || may_cover(a, b, c, low, high, vec2(0.625, 0.875), side, twoSided);
    }
    vec2 size = high - low;
    return !shows ? 0u : max(size.x, size.y) <= LARGEST_MICROPOLYGON ? 2u : 1u;
}

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= range.count) return;
    uvec4 cluster = texelFetch(clusters, int(range.first + index));
    Pose pose = pose_of(cluster.x);
    uint drawn = 0u, small = 0u;
    for (uint i = 0u; i < (cluster.z & CLUSTER); i++) {
        uint kind = kind_of(corners_of(pose, cluster.y + i), cluster.z);
        drawn |= (kind == 1u ? 1u : 0u) << i;
        small |= (kind == 2u ? 1u : 0u) << i;
    }
    kept[index] = Kept(drawn, 0u, small);
}
