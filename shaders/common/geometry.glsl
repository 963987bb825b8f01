// The twin's triangles and what a pixel's ray meets on them. Vertex streams are texel buffers: drivers fetch a whole texel at once.
#ifndef GEOMETRY_GLSL
#define GEOMETRY_GLSL
#include "view.glsl"

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

// Where the ray from the camera meets the plane (Möller and Trumbore 1997): depth (Z, metres), the weights of corners 1 and 2,
// and how the weights change from one pixel to the next along x and y.
struct Hit {
    float depth;
    vec2 weights;
    vec2 weightsPerColumn;
    vec2 weightsPerRow;
};

Hit intersect(Triangle t, vec3 ray)
{
    vec3 n = cross(t.edge1, t.edge2);
    vec3 a = cross(t.edge2, t.corner);
    vec3 b = cross(t.corner, t.edge1);
    float slope = dot(n, ray);
    float inverse = 1.0 / (slope != 0.0 ? slope : 1e-30);
    float nearest = t.corner.z + min(0.0, min(t.edge1.z, t.edge2.z));
    float farthest = t.corner.z + max(0.0, max(t.edge1.z, t.edge2.z));
    Hit hit;
    hit.depth = clamp(dot(n, t.corner) * inverse, nearest, farthest);
    vec2 weights = vec2(dot(ray, a), dot(ray, b)) * inverse;
    hit.weightsPerColumn = (vec2(a.x, b.x) - weights * n.x) * (inverse * view.pixelToRay.x);
    hit.weightsPerRow = (vec2(a.y, b.y) - weights * n.y) * (inverse * view.pixelToRay.y);
    hit.weights = clamp(weights, 0.0, 1.0);
    return hit;
}

vec4 interpolate(vec4 a, vec4 b, vec4 c, vec2 w) { return a + (b - a) * w.x + (c - a) * w.y; }
vec3 interpolate(vec3 a, vec3 b, vec3 c, vec2 w) { return a + (b - a) * w.x + (c - a) * w.y; }
vec2 interpolate(vec2 a, vec2 b, vec2 c, vec2 w) { return a + (b - a) * w.x + (c - a) * w.y; }

#endif
