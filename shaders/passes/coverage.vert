// As visibility.vert; for the wide canvas the image becomes its middle third.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage.glsl"
#include "../common/drawing.glsl"

layout(location = 0) in vec4 position;
layout(location = 0) flat out uint region;
invariant gl_Position;

void main()
{
    region = draw.firstRegion + uint(gl_InstanceIndex) - draw.firstEntry;
    gl_Position = project(transform_point(pose_of(drawn_object()), position.xyz));
    if (OUTSIDE) gl_Position.xy /= 3.0;
}
