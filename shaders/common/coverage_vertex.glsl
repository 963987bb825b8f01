// Regions are looked up for each vertex and not for each pixel: a software device reads a storage block lane by lane.
#ifndef COVERAGE_VERTEX_GLSL
#define COVERAGE_VERTEX_GLSL
#include "coverage.glsl"
#include "coverage_regions.glsl"
#include "drawing.glsl"

layout(std430, set = 2, binding = 0) readonly buffer Regions { Region regions[]; };

uvec2 drawn_rows() { return rows_of(regions[draw.firstRegion + uint(gl_InstanceIndex) - draw.firstEntry]); }

// For the wide canvas the image becomes its middle third.
vec4 placed(vec4 position)
{
    vec4 p = project(transform_point(pose_of(drawn_object()), position.xyz));
    if (OUTSIDE) p.xy /= 3.0;
    return p;
}

#endif
