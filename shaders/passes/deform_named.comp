// Carries deformed positions over to the vertices that name their triangle.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/deformation.glsl"

layout(local_size_x = 64) in;

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index < deformable.namedCount) {
        uint vertex = deformable.firstNamed + index;
        named[vertex].xyz = floatBitsToUint(positions[namedSources[vertex]].xyz);
    }
}
