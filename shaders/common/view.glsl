// One camera at one instant. Camera frame: +X right, +Y down, +Z forward, metres. An integer pixel coordinate is the pixel's centre.
#ifndef VIEW_GLSL
#define VIEW_GLSL
#include "pixels.glsl"

struct View {
    vec4 pixelToRay;            // place = (x · [0] + [2], y · [1] + [3]); the ray is (place, 1), or (0, 0, 1) from there when orthographic
    vec4 rayToClip;             // clip = (X · [0] + W · [2], Y · [1] + W · [3], near + Z · depthPerZ, W); W = Z, or 1 when orthographic
    vec4 cameraToEnvironment[3]; // rows; w of row 0 is the environment's intensity in nit per unit
    uint width;
    uint height;
    uint pixelCount;
    uint objectBase;            // first texel of this view in `objects`
    float near;                 // metres
    float depthUnit;            // metres per depth step
    uint lampBase;              // first lamp of this view in `lamps`
    uint lampCount;
    uint layerStride;           // weights of one lamp
    bool depthIsRange;          // distance from the camera instead of Z
    float rowsPerPixel;         // 1 / width
    float parallel;             // 1 when orthographic, else 0
    float depthPerZ;            // 0 but for an orthographic camera
    uint firstRow;              // whose labels are wanted
    uint endRow;
    float farness;              // the farthest depth of an orthographic camera, metres; else 0
};

layout(std140, set = 0, binding = 0) uniform Views { View values; } views;

// Read here, at the start of main: a software device loads a value that all invocations share once for all of them while every invocation is
// active, and once for each of them behind a branch.
View view = views.values;

// Object-to-camera transforms, three rows of four for each object, computed in double precision.
layout(set = 0, binding = 1) uniform samplerBuffer objects;

struct Pose {
    vec4 row0;
    vec4 row1;
    vec4 row2;
};

Pose pose_of(uint object)
{
    int base = int(view.objectBase + object * 3u);
    return Pose(texelFetch(objects, base), texelFetch(objects, base + 1), texelFetch(objects, base + 2));
}

vec3 transform_point(Pose m, vec3 p)
{
    return vec3(dot(m.row0.xyz, p) + m.row0.w, dot(m.row1.xyz, p) + m.row1.w, dot(m.row2.xyz, p) + m.row2.w);
}

vec3 transform_direction(Pose m, vec3 d)
{
    return vec3(dot(m.row0.xyz, d), dot(m.row1.xyz, d), dot(m.row2.xyz, d));
}

// Transforms a normal (covariant vector); length changes, orientation also survives a mirroring transform.
vec3 transform_normal(Pose m, vec3 n)
{
    vec3 c0 = cross(m.row1.xyz, m.row2.xyz);
    vec3 c1 = cross(m.row2.xyz, m.row0.xyz);
    vec3 c2 = cross(m.row0.xyz, m.row1.xyz);
    vec3 t = vec3(dot(c0, n), dot(c1, n), dot(c2, n));
    return dot(m.row0.xyz, c0) < 0.0 ? -t : t;
}

// +1, or -1 for a mirroring transform.
float handedness(Pose m)
{
    return dot(m.row0.xyz, cross(m.row1.xyz, m.row2.xyz)) < 0.0 ? -1.0 : 1.0;
}

// Reversed depth, near / Z with an infinite far plane; of an orthographic camera, 1 - Z / far.
vec4 project(vec3 p)
{
    float w = mix(p.z, 1.0, view.parallel);
    return vec4(p.x * view.rayToClip.x + w * view.rayToClip.z, p.y * view.rayToClip.y + w * view.rayToClip.w, view.near + p.z * view.depthPerZ, w);
}

ivec2 pixel_of(uint index)
{
    return pixel_at(index, int(view.width), view.rowsPerPixel);
}

// Direction of a pixel's ray.
vec3 ray_through(vec2 pixel)
{
    return vec3((pixel * view.pixelToRay.xy + view.pixelToRay.zw) * (1.0 - view.parallel), 1.0);
}

// What a pixel shows at a depth.
vec3 point_at(vec2 pixel, float z)
{
    return vec3((pixel * view.pixelToRay.xy + view.pixelToRay.zw) * mix(z, 1.0, view.parallel), z);
}

// Unit vector from a point towards the camera.
vec3 towards_camera(vec3 p)
{
    return normalize(mix(-p, vec3(0.0, 0.0, -1.0), view.parallel));
}

vec3 to_environment(vec3 d)
{
    return vec3(dot(view.cameraToEnvironment[0].xyz, d), dot(view.cameraToEnvironment[1].xyz, d), dot(view.cameraToEnvironment[2].xyz, d));
}

#endif
