// What each pixel looks along, at its centre, in the camera frame.
#ifndef RAYS_GLSL
#define RAYS_GLSL
#include "view.glsl"

layout(constant_id = 30) const bool RAY_MAP = false; // a lens: each pixel's direction is looked up, else it follows from the pixel's place

layout(set = 0, binding = 26) uniform samplerBuffer rayMap; // unit direction, face (-1 where the lens sees nothing)

// What changes from one pixel to the next is in the camera frame, per column and per row.
struct Ray {
    vec3 origin;
    vec3 direction;
    vec3 originPerColumn;
    vec3 originPerRow;
    vec3 directionPerColumn;
    vec3 directionPerRow;
};

// The difference to the next pixel; to the one before where there is no next one.
vec3 ray_difference(uint index, bool hasNext, int stride)
{
    int next = int(index) + (hasNext ? stride : -stride);
    vec4 there = texelFetch(rayMap, clamp(next, 0, int(view.pixelCount) - 1));
    vec3 difference = there.w < 0.0 ? vec3(0.0) : there.xyz - texelFetch(rayMap, int(index)).xyz;
    return hasNext ? difference : -difference;
}

// Through a place of the image of a camera without a lens; an integer is a pixel's centre.
Ray ray_through_place(vec2 at)
{
    vec2 place = at * view.pixelToRay.xy + view.pixelToRay.zw;
    float perspective = 1.0 - view.parallel;
    Ray ray;
    ray.origin = vec3(place * view.parallel, 0.0);
    ray.direction = vec3(place * perspective, 1.0);
    ray.originPerColumn = vec3(view.pixelToRay.x * view.parallel, 0.0, 0.0);
    ray.originPerRow = vec3(0.0, view.pixelToRay.y * view.parallel, 0.0);
    ray.directionPerColumn = vec3(view.pixelToRay.x * perspective, 0.0, 0.0);
    ray.directionPerRow = vec3(0.0, view.pixelToRay.y * perspective, 0.0);
    return ray;
}

Ray ray_at(uint index)
{
    ivec2 pixel = pixel_of(index);
    if (RAY_MAP) {
        Ray ray;
        ray.origin = ray.originPerColumn = ray.originPerRow = vec3(0.0);
        ray.direction = texelFetch(rayMap, int(index)).xyz;
        ray.directionPerColumn = ray_difference(index, pixel.x + 1 < int(view.width), 1);
        ray.directionPerRow = ray_difference(index, pixel.y + 1 < int(view.height), int(view.width));
        return ray;
    }
    return ray_through_place(vec2(pixel));
}

#endif
