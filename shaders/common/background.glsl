// What the camera sees where there is no surface, in layer 0; the other layers are dark there.
#ifndef BACKGROUND_GLSL
#define BACKGROUND_GLSL
#include "view.glsl"
#include "environment.glsl"

layout(constant_id = 2) const bool ENVIRONMENT = true;

vec3 background_at(ivec2 pixel)
{
    if (!ENVIRONMENT) return vec3(0.0);
    return view.cameraToEnvironment[0].w * environment_radiance(to_environment(ray_through(vec2(pixel))));
}

#endif
