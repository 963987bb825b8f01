// The mean of a pixel's four samples over the background.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/resolve.glsl"

layout(constant_id = 2) const bool ENVIRONMENT = true;
layout(set = 1, binding = 0) uniform sampler2DMS samples;

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= view.pixelCount) return;
    ivec2 pixel = pixel_of(index);
    vec4 sum = texelFetch(samples, pixel, 0) + texelFetch(samples, pixel, 1) + texelFetch(samples, pixel, 2) + texelFetch(samples, pixel, 3);
    vec3 sky = vec3(0.0);
    if (ENVIRONMENT) sky = view.cameraToEnvironment[0].w * environment_radiance(to_environment(ray_through(vec2(pixel))));
    store_over(index, sum * 0.25, sky);
}
