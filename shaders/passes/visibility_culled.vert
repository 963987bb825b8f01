// As visibility.vert, for triangles that culling has placed on the image.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/view.glsl"

layout(location = 0) in vec3 corner;  // x, y and w of clip space
layout(location = 1) in uvec2 named;  // instance id, triangle
layout(location = 0) flat out uvec2 names;

void main()
{
    names = named;
    gl_Position = vec4(corner.xy, view.near, corner.z);
}
