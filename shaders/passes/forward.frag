// The steady layer of a multisampled or transparent surface.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/forward.glsl"

layout(location = 0) out vec4 steady;

void main()
{
    Fragment f = shade_fragment();
    steady = vec4(f.layers.radiance[0] * f.alpha, f.alpha);
}
