// Geometry for shading at the rasterizer's samples.
#ifndef FORWARD_VERTEX_GLSL
#define FORWARD_VERTEX_GLSL
#include "view.glsl"
#include "drawing.glsl"

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
#ifdef LAYERED
layout(location = 5) flat out float objectScale; // mean scale from the mesh's space to metres
#endif
invariant gl_Position;

void main()
{
    Pose pose = pose_of(drawn_object());
    cameraPosition = transform_point(pose, position.xyz);
    cameraNormal = transform_normal(pose, normal.xyz);
    cameraTangent = vec4(transform_direction(pose, tangent.xyz), tangent.w * handedness(pose));
    vertexColor = color;
    texcoords = vec4(position.w, normal.w, texcoord1);
#ifdef LAYERED
    objectScale = pow(abs(dot(pose.row0.xyz, cross(pose.row1.xyz, pose.row2.xyz))), 1.0 / 3.0);
#endif
    gl_Position = project(cameraPosition);
}

#endif
