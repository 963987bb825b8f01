// The mean over a block of 4x4 pixels of the same surface: each of the block's directions once, so that neither noise nor blocks remain.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/view.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Occlusion {
    float radius; // metres
} push;
layout(std430, set = 1, binding = 0) readonly buffer Surfaces { vec4 surfaces[]; }; // normal, depth
layout(std430, set = 1, binding = 1) readonly buffer Visible { float visible[]; };
layout(std430, set = 0, binding = 25) writeonly buffer Ambient { vec2 ambient[]; };

// Neighbours farther than this share of the radius from the surface's plane belong to another surface.
const float SAME_PLANE = 0.02;
const float SAME_NORMAL = 0.9;

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= view.pixelCount) return;
    vec4 surface = surfaces[index];
    ivec2 pixel = pixel_of(index);
    vec3 p = point_at(vec2(pixel), surface.w);
    float sum = 0.0, count = 0.0;
    for (int i = 0; i < 16; i++) {
        ivec2 at = clamp(pixel + ivec2(i % 4 - 2, i / 4 - 2), ivec2(0), ivec2(view.width, view.height) - 1);
        vec4 other = surfaces[at.y * int(view.width) + at.x];
        float apart = abs(dot(surface.xyz, point_at(vec2(at), other.w) - p));
        if (other.w > 0.0 && apart < SAME_PLANE * push.radius && dot(surface.xyz, other.xyz) > SAME_NORMAL) {
            sum += visible[at.y * int(view.width) + at.x];
            count += 1.0;
        }
    }
    ambient[index] = vec2(count > 0.0 ? sum / count : 1.0, surface.w);
}
