// Places a triangle on the image; the same arithmetic serves every pass over the image, so depths agree to the bit.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/view.glsl"
#include "../common/drawing.glsl"

layout(location = 0) in vec4 position;
layout(location = 0) flat out uint object;
invariant gl_Position;

void main()
{
    object = drawn_object();
    gl_Position = project(transform_point(pose_of(object), position.xyz));
}
