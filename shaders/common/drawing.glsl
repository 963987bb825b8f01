// Which object an instance of a draw is.
#ifndef DRAWING_GLSL
#define DRAWING_GLSL

layout(set = 0, binding = 15) uniform usamplerBuffer drawnObjects;

uint drawn_object()
{
    return texelFetch(drawnObjects, gl_InstanceIndex).x;
}

#endif
