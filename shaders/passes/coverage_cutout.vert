// As coverage.vert, with what the alpha test needs.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/coverage.glsl"
#include "../common/drawing.glsl"

layout(location = 0) in vec4 position;
layout(location = 1) in vec4 normal;
layout(location = 3) in vec4 color;
layout(location = 4) in vec2 texcoord1;
layout(location = 0) flat out uint region;
layout(location = 1) out vec4 texcoords;
layout(location = 2) out float alpha;
invariant gl_Position;

void main()
{
    region = draw.firstRegion + uint(gl_InstanceIndex) - draw.firstEntry;
    texcoords = vec4(position.w, normal.w, texcoord1);
    alpha = color.a;
    gl_Position = project(transform_point(pose_of(drawn_object()), position.xyz));
    if (OUTSIDE) gl_Position.xy /= 3.0;
}
