// Normal of the triangle and depth (Z, metres) at every pixel, for ambient occlusion; depth 0 where there is nothing.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/geometry.glsl"
#include "../common/visibility.glsl"

layout(local_size_x = 64) in;
layout(std430, set = 1, binding = 0) writeonly buffer Surfaces { vec4 surfaces[]; };

void main()
{
    uint pixel = gl_GlobalInvocationID.x;
    if (pixel >= view.pixelCount) return;
    uvec2 seen = visible_at(pixel);
    vec4 surface = vec4(0.0);
    if (seen.x != 0u) {
        ivec3 v = ivec3(texelFetch(triangles, int(seen.y)).xyz);
        Triangle t = triangle_of(pose_of(seen.x - 1u), texelFetch(positions, v.x).xyz, texelFetch(positions, v.y).xyz, texelFetch(positions, v.z).xyz);
        Ray ray = ray_at(pixel);
        surface = vec4(normalize(shows_back(t, ray) ? -t.normal : t.normal), intersect(t, ray).distance);
    }
    surfaces[pixel] = surface;
}
