// As visibility.vert; for the wide canvas the image becomes its middle third.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage.glsl"
#include "../common/drawing.glsl"

layout(location = 0) in vec4 position;
layout(location = 0) flat out uint object;
invariant gl_Position;

void main()
{
    object = drawn_object();
    gl_Position = project(transform_point(pose_of(object), position.xyz));
    if (OUTSIDE) gl_Position.xy /= 3.0;
}
