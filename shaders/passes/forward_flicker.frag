// Four flicker layers of a multisampled or transparent surface; LAYERS is 4 here.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/forward.glsl"

layout(location = 0) out vec4 layer0;
layout(location = 1) out vec4 layer1;
layout(location = 2) out vec4 layer2;
layout(location = 3) out vec4 layer3;

void main()
{
    Fragment f = shade_fragment();
    layer0 = vec4(f.layers.radiance[0] * f.alpha, f.alpha);
    layer1 = vec4(f.layers.radiance[1] * f.alpha, f.alpha);
    layer2 = vec4(f.layers.radiance[2] * f.alpha, f.alpha);
    layer3 = vec4(f.layers.radiance[3] * f.alpha, f.alpha);
}
