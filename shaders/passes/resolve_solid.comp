// What was drawn with one sample over the background.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/resolve.glsl"

layout(constant_id = 2) const bool ENVIRONMENT = true;
layout(set = 1, binding = 0) uniform sampler2D drawnLayer;

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= view.pixelCount) return;
    ivec2 pixel = pixel_of(index);
    vec3 sky = vec3(0.0);
    if (ENVIRONMENT) sky = view.cameraToEnvironment[0].w * environment_radiance(to_environment(ray_through(vec2(pixel))));
    store_over(index, texelFetch(drawnLayer, pixel, 0), sky);
}
