// Shades a fragment into as many layers as the pass draws at once. TARGETS equals LAYERS, which cannot size an output.
#ifndef FORWARD_LAYERS_GLSL
#define FORWARD_LAYERS_GLSL
#include "forward.glsl"

layout(location = 0) out vec4 targets[TARGETS];

void main()
{
    Fragment f = shade_fragment();
    for (int k = 0; k < TARGETS; k++) targets[k] = vec4(f.layers.radiance[k] * f.alpha, f.alpha);
}

#endif
