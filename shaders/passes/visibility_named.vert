// As visibility.vert, for triangles whose first vertex names them.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/view.glsl"
#include "../common/drawing.glsl"

layout(location = 0) in uvec4 corner; // position, bits; the triangle that begins here
layout(location = 0) flat out uvec2 names;
invariant gl_Position;

void main()
{
    uint object = drawn_object();
    names = uvec2(object + 1u, corner.w);
    gl_Position = project(transform_point(pose_of(object), uintBitsToFloat(corner.xyz)));
}
