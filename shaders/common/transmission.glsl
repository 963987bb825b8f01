// What shows through a surface that lets light pass: the opaque image behind it, refracted, blurred and absorbed on the way.
#ifndef TRANSMISSION_GLSL
#define TRANSMISSION_GLSL
#include "layer_stack.glsl"
#include "backdrop.glsl"

// The way from where a ray enters to where it leaves, metres; nothing in a thin wall.
vec3 way_through(Stack k, float ior, float thickness)
{
    return thickness * normalize(refract(-k.v, k.n, 1.0 / ior));
}

// Adds what the camera sees through the surface. thickness: metres.
void add_transmitted(inout Layers layers, Surface s, Stack k, uint material, float thickness, uint firstLayer)
{
    float ior = ior_of(material);
    float level = backdrop_level_of(k.roughness, ior);
    vec3 share = k.transmitted * past_sheen(k, k.sheenAlbedo) * past_coat(k);
    vec3 iors = vec3(ior);
    vec2 red = backdrop_place(s.position), green = red, blue = red;
    if (VOLUME) {
        float spread = (ior - 1.0) * 0.025 * dispersion_of(material);
        if (DISPERSION) iors = max(vec3(ior - spread, ior, ior + spread), 1.0);
        green = backdrop_place(s.position + way_through(k, iors.g, thickness));
        share *= k.absorbed;
    }
    if (DISPERSION) {
        red = backdrop_place(s.position + way_through(k, iors.r, thickness));
        blue = backdrop_place(s.position + way_through(k, iors.b, thickness));
    }
    for (uint j = 0u; j < LAYERS; j++) {
        vec3 behind = backdrop_radiance(green, firstLayer + j, level);
        if (DISPERSION) {
            behind.r = backdrop_radiance(red, firstLayer + j, level).r;
            behind.b = backdrop_radiance(blue, firstLayer + j, level).b;
        }
        layers.radiance[j] += share * behind;
    }
}

#endif
