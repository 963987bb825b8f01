// The twin's triangles and what a pixel's ray meets on them. Vertex streams are texel buffers: drivers fetch a whole texel at once.
#ifndef GEOMETRY_GLSL
#define GEOMETRY_GLSL
#include "rays.glsl"

layout(set = 0, binding = 4) uniform samplerBuffer positions;   // x, y, z, u of set 0
layout(set = 0, binding = 5) uniform samplerBuffer normals;     // x, y, z, v of set 0
layout(set = 0, binding = 6) uniform samplerBuffer tangents;    // x, y, z, handedness
layout(set = 0, binding = 7) uniform samplerBuffer colors;      // linear RGBA
layout(set = 0, binding = 8) uniform samplerBuffer texcoords1;  // u, v of set 1
layout(set = 0, binding = 9) uniform usamplerBuffer triangles;  // three vertices, material

// A triangle in the camera frame: a corner, two edges and the normal of its front side (not unit).
struct Triangle {
    vec3 corner;
    vec3 edge1;
    vec3 edge2;
    vec3 normal;
};

Triangle triangle_of(Pose pose, vec3 p0, vec3 p1, vec3 p2)
{
    // Edges are differenced in the object's own frame, where they lose nothing to the distance from the camera.
    vec3 e1 = p1 - p0;
    vec3 e2 = p2 - p0;
    return Triangle(transform_point(pose, p0), transform_direction(pose, e1), transform_direction(pose, e2), transform_normal(pose, cross(e1, e2)));
}

// Where a line meets a triangle's plane (Möller and Trumbore 1997).
struct Crossing {
    vec3 corner;   // from the line's origin
    vec3 normal;   // edge1 × edge2
    vec3 toFirst;  // their products with the direction, times inverse, are the weights
    vec3 toSecond;
    float inverse; // 1 / (normal · direction)
    vec2 weights;  // of corners 1 and 2; within the triangle none of the three is below 0
};

Crossing crossing_of(Triangle t, vec3 origin, vec3 direction)
{
    Crossing c;
    c.corner = t.corner - origin;
    c.normal = cross(t.edge1, t.edge2);
    c.toFirst = cross(t.edge2, c.corner);
    c.toSecond = cross(c.corner, t.edge1);
    float slope = dot(c.normal, direction);
    c.inverse = 1.0 / (slope != 0.0 ? slope : 1e-30);
    c.weights = vec2(dot(direction, c.toFirst), dot(direction, c.toSecond)) * c.inverse;
    return c;
}

// How far along a line a triangle is met, in lengths of its direction; 0 where it is missed by more than a share of its edges.
float distance_to(Triangle t, vec3 origin, vec3 direction, float share)
{
    Crossing c = crossing_of(t, origin, direction);
    bool isMet = min(c.weights.x, c.weights.y) >= -share && c.weights.x + c.weights.y <= 1.0 + share;
    return isMet ? dot(c.normal, c.corner) * c.inverse : 0.0;
}

// Where a ray meets the plane: how far along the ray, in its direction's length (of a pinhole that is depth),
// the weights of corners 1 and 2, and how the weights change from one pixel to the next along x and y.
struct Hit {
    float distance;
    vec2 weights;
    vec2 weightsPerColumn;
    vec2 weightsPerRow;
};

// Rays of a map are unit vectors, all others have Z = 1.
float along(Ray ray, vec3 p) { return RAY_MAP ? dot(ray.direction, p) : p.z; }

Hit intersect(Triangle t, Ray ray)
{
    Crossing k = crossing_of(t, ray.origin, ray.direction);
    float first = along(ray, k.corner), second = along(ray, t.edge1), third = along(ray, t.edge2);
    Hit hit;
    hit.distance = clamp(dot(k.normal, k.corner) * k.inverse, first + min(0.0, min(second, third)), first + max(0.0, max(second, third)));
    vec3 c = cross(t.edge2, ray.direction), d = cross(ray.direction, t.edge1);
    vec3 toFirst = k.toFirst - k.weights.x * k.normal, toSecond = k.toSecond - k.weights.y * k.normal;
    hit.weightsPerColumn = k.inverse * (vec2(dot(ray.directionPerColumn, toFirst) + dot(ray.originPerColumn, c),
        dot(ray.directionPerColumn, toSecond) + dot(ray.originPerColumn, d)));
    hit.weightsPerRow = k.inverse * (vec2(dot(ray.directionPerRow, toFirst) + dot(ray.originPerRow, c),
        dot(ray.directionPerRow, toSecond) + dot(ray.originPerRow, d)));
    hit.weights = clamp(k.weights, 0.0, 1.0);
    return hit;
}

vec3 point_on(Ray ray, Hit hit) { return ray.origin + hit.distance * ray.direction; }

// Whether a triangle turns its back to the ray.
bool shows_back(Triangle t, Ray ray) { return dot(t.normal, t.corner - ray.origin) > 0.0; }

vec4 interpolate(vec4 a, vec4 b, vec4 c, vec2 w) { return a + (b - a) * w.x + (c - a) * w.y; }
vec3 interpolate(vec3 a, vec3 b, vec3 c, vec2 w) { return a + (b - a) * w.x + (c - a) * w.y; }
vec2 interpolate(vec2 a, vec2 b, vec2 c, vec2 w) { return a + (b - a) * w.x + (c - a) * w.y; }

#endif
