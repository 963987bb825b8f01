// As shadow.vert, with what the alpha test needs.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/view.glsl"
#include "../common/drawing.glsl"

layout(push_constant) uniform Draw {
    uint material;
    uint padding[3];
    vec4 originToMap[4];
} draw;

layout(location = 0) in vec4 position;
layout(location = 1) in vec4 normal;
layout(location = 3) in vec4 color;
layout(location = 4) in vec2 texcoord1;
layout(location = 1) out vec4 texcoords;
layout(location = 2) out float alpha;

void main()
{
    texcoords = vec4(position.w, normal.w, texcoord1);
    alpha = color.a;
    vec4 p = vec4(transform_point(pose_of(drawn_object()), position.xyz), 1.0);
    gl_Position = vec4(dot(draw.originToMap[0], p), dot(draw.originToMap[1], p), dot(draw.originToMap[2], p), dot(draw.originToMap[3], p));
}
