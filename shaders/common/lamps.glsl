// Punctual lights (KHR_lights_punctual) and their shadows. Everything is in the camera frame. Intensities: candela, or lux for a
// directional light; illuminance at the surface is lux.
#ifndef LAMPS_GLSL
#define LAMPS_GLSL

const float DIRECTIONAL = 0.0;
const float POINT = 1.0;
const float SPOT = 2.0;

// How a lamp projects its shadows.
const float PARALLEL = 0.0;
const float CONE = 1.0;
const float CUBE = 2.0;

struct Lamp {
    vec4 position;      // metres; w = 1 / range, 0 without one
    vec4 axis;          // unit, the way the light shines; w = kind
    vec4 intensity;     // RGB; w = projection of its shadows
    vec4 cone;          // scale, offset of the spot's fall-off; first shadow layer, -1 without; texel size: metres (directional) or metres per metre
    vec4 toShadow[3];   // rows, camera frame to the lamp's frame: see ShadowFrame
};

layout(std430, set = 0, binding = 2) readonly buffer Lamps { Lamp lamps[]; };
layout(set = 0, binding = 13) uniform sampler2DArrayShadow shadowMaps;

// Nearest distance that a lamp's map sees, metres; shadow maps store SHADOW_NEAR / distance, directional ones 1 - distance / range.
const float SHADOW_NEAR = 0.01;

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

// Share of the lamp's light that arrives at p; n is the geometric normal on the lit side.
float shadow_of(Lamp lamp, vec3 p, vec3 n, vec3 toLamp, float distance)
{
    float texel = lamp.intensity.w == PARALLEL ? lamp.cone.w : lamp.cone.w * distance;
    // The filter reaches 1.5 texels: on a plane tilted by theta its farthest texel is 1.5 tan(theta) texels nearer to the lamp.
    float cosine = clamp(dot(n, toLamp), 0.0, 1.0);
    vec3 q = lamp_frame(lamp, p + n * (texel * (0.5 + 2.0 * sqrt(1.0 - cosine * cosine))) + toLamp * texel);
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
    return filtered_shadow(uv, lamp.cone.z + layer, parallel ? 1.0 - q.z : SHADOW_NEAR / depth);
}

// Illuminance on a surface that faces the lamp, without shadow; l is the unit direction to it.
vec3 illuminance_at(Lamp lamp, vec3 p, out vec3 l, out float distance)
{
    if (lamp.axis.w == DIRECTIONAL) {
        l = -lamp.axis.xyz;
        distance = 0.0;
        return lamp.intensity.rgb;
    }
    vec3 d = lamp.position.xyz - p;
    float squared = max(dot(d, d), 1e-8);
    distance = sqrt(squared);
    l = d / distance;
    float reach = distance * lamp.position.w;
    float window = clamp(1.0 - reach * reach * reach * reach, 0.0, 1.0);
    float cone = lamp.axis.w == SPOT ? clamp(dot(-l, lamp.axis.xyz) * lamp.cone.x + lamp.cone.y, 0.0, 1.0) : 1.0;
    return lamp.intensity.rgb * (window * cone * cone / squared);
}

#endif
