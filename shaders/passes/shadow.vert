// Places a triangle on a lamp's shadow map. Poses are object to scene origin here.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/view.glsl"
#include "../common/drawing.glsl"

layout(push_constant) uniform Draw {
    uint material;
    uint padding[3];
    vec4 originToMap[4]; // rows
} draw;

layout(location = 0) in vec4 position;

void main()
{
    vec4 p = vec4(transform_point(pose_of(drawn_object()), position.xyz), 1.0);
    gl_Position = vec4(dot(draw.originToMap[0], p), dot(draw.originToMap[1], p), dot(draw.originToMap[2], p), dot(draw.originToMap[3], p));
}
