// Geometry for shading at the rasterizer's samples.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/view.glsl"
#include "../common/drawing.glsl"

layout(location = 0) in vec4 position;  // w: u of set 0
layout(location = 1) in vec4 normal;    // w: v of set 0
layout(location = 2) in vec4 tangent;
layout(location = 3) in vec4 color;
layout(location = 4) in vec2 texcoord1;

layout(location = 0) out vec3 cameraPosition;
layout(location = 1) out vec3 cameraNormal;
layout(location = 2) out vec4 cameraTangent;
layout(location = 3) out vec4 vertexColor;
layout(location = 4) out vec4 texcoords;
invariant gl_Position;

void main()
{
    Pose pose = pose_of(drawn_object());
    cameraPosition = transform_point(pose, position.xyz);
    cameraNormal = transform_normal(pose, normal.xyz);
    cameraTangent = vec4(transform_direction(pose, tangent.xyz), tangent.w * handedness(pose));
    vertexColor = color;
    texcoords = vec4(position.w, normal.w, texcoord1);
    gl_Position = project(cameraPosition);
}
