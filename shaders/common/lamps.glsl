// Punctual lights (KHR_lights_punctual) and their shadows. Everything is in the camera frame. Intensities: candela, or lux for a
// directional light; illuminance at the surface is lux.
#ifndef LAMPS_GLSL
#define LAMPS_GLSL

const float DIRECTIONAL = 0.0;
const float POINT = 1.0;
const float SPOT = 2.0;
const float GLOWING = 3.0; // a surface that emits light

// How a lamp projects its shadows.
const float PARALLEL = 0.0;
const float CONE = 1.0;
const float CUBE = 2.0;

// What lamps and environment need besides: fixed when the pipeline is built.
layout(constant_id = 5) const uint LIGHTING = 0u;
const bool SOFT_SHADOWS = (LIGHTING & 1u) != 0u;       // some lamp has a size
const bool CASCADES = (LIGHTING & 2u) != 0u;           // some directional lamp has more than one map
const bool AMBIENT_OCCLUSION = (LIGHTING & 4u) != 0u;
const bool SURFACES_GLOW = (LIGHTING & 8u) != 0u;      // some lamp is one that does

const int CASCADE_CAPACITY = 4;

struct Lamp {
    vec4 position;      // metres; w = 1 / range, 0 without one; of what glows 1 where it does on both sides
    vec4 axis;          // unit, the way the light shines; w = kind
    vec4 intensity;     // RGB; w = projection of its shadows
    vec4 cone;          // of what glows: area that faces along the axis, area that faces every way, m²; else scale, offset of the spot's fall-off; first shadow layer, -1 without; texel size: metres (directional) or metres per metre
    vec4 toShadow[3];   // rows, camera frame to the lamp's frame: see ShadowFrame
    vec4 extent;        // size of the source: tangent of half its angle (directional) or radius, metres; metres that a parallel map is deep; count of cascades; slot of what glows
    vec4 cascades[CASCADE_CAPACITY]; // parts of a parallel map at a higher resolution, the coarsest first: scale and offset of u and v; layer
};

layout(std430, set = 0, binding = 2) readonly buffer Lamps { Lamp lamps[]; };

// Of this view. Not the uniform by itself: lavapipe compiles a shader whose loops or branches depend on uniforms alone anew for every draw.
uint lamp_count() { return min(view.lampCount, uint(lamps.length())); }

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
    if (SURFACES_GLOW && lamp.axis.w == GLOWING) {
        // A disc of the same area that lies parallel to the surface: exact on its axis, to the second order of size over distance elsewhere, and
        // never more than a disc that fills half the sky. What faces every way is a sphere.
        float facing = dot(-l, lamp.axis.xyz);
        float disc = lamp.extent.x * lamp.extent.x;
        float beside = 3.0 * (1.0 - facing * facing) * squared / (squared + disc);
        float towards = lamp.cone.x * (lamp.position.w > 0.0 ? abs(facing) : max(facing, 0.0)) / (squared + disc * (1.0 - beside));
        return lamp.intensity.rgb * (towards + lamp.cone.y / max(squared, disc));
    }
    float reach = distance * lamp.position.w;
    float window = clamp(1.0 - reach * reach * reach * reach, 0.0, 1.0);
    float cone = lamp.axis.w == SPOT ? clamp(dot(-l, lamp.axis.xyz) * lamp.cone.x + lamp.cone.y, 0.0, 1.0) : 1.0;
    return lamp.intensity.rgb * (window * cone * cone / squared);
}

// Tangent of half the angle under which a surface at this distance sees the lamp's source; 0 of one without size.
float source_tangent(Lamp lamp, float distance)
{
    return !SOFT_SHADOWS ? 0.0 : lamp.axis.w == DIRECTIONAL ? lamp.extent.x : lamp.extent.x / distance;
}

#endif
