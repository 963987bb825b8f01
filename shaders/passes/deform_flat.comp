// Normals of a deformed primitive that has none in its file: those of its triangles' planes.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/deformation.glsl"

layout(local_size_x = 64) in;

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= deformable.triangleCount) {
        return;
    }

    uvec4 corners = triangles[deformable.firstTriangle + index];
    vec3 p = positions[corners.x].xyz;
    vec3 normal = normalize(cross(positions[corners.y].xyz - p, positions[corners.z].xyz - p));
    for (uint i = 0u; i < 3u; i++) {
        normals[corners[i]].xyz = normal;
    }
}
