// Inputs of a forward-shaded fragment, in the middle of the samples that it covers: the pixel's centre may lie beyond an edge, and on a triangle
// that is seen edge-on half a pixel beyond is anywhere. The middle is computed here: `centroid` gives any covered sample, and surfaces of small
// triangles would shift by a quarter of a pixel. Differences of texture coordinates are up to half a pixel short or long beside an edge.
// Radiance leaves multiplied by alpha, so that layers and coverage compose.
#ifndef FORWARD_GLSL
#define FORWARD_GLSL
#include "sample_places.glsl"
#ifdef LAYERED
#define TRANSMITS
#include "layered_shading.glsl"
#else
#include "shading.glsl"
#endif

#ifdef LAYERED
const bool SEEN_THROUGH = BLENDED || TRANSMISSION;
#else
const bool SEEN_THROUGH = BLENDED;
#endif

layout(constant_id = 4) const bool FINDS_DEPTH = false; // else an earlier pass has left the depths of what is visible

layout(constant_id = 6) const uint SAMPLES = 1u;        // of a pixel, 1 or 4

layout(location = 0) in vec3 cameraPosition;
layout(location = 1) in vec3 cameraNormal;
layout(location = 2) in vec4 cameraTangent;
layout(location = 3) in vec4 vertexColor;
layout(location = 4) in vec4 texcoords;
#ifdef LAYERED
layout(location = 5) flat in float objectScale;
#endif

layout(push_constant) uniform Draw {
    uint material;
    uint firstLayer; // layer of target 0
} draw;

// Of the triangle, towards the camera. 1 / Z is linear over the image, also beyond the triangle's edge (Z itself where rays are parallel):
// differences of positions, which lie where the pixel is covered, are rounding where triangles meet.
vec3 plane_normal()
{
    float w = gl_FragCoord.w * (1.0 - view.parallel) + gl_FragCoord.z * view.farness;
    vec2 slope = vec2(dFdx(w), dFdy(w)) / view.pixelToRay.xy;
    vec3 ray = ray_through(gl_FragCoord.xy - 0.5);
    return -normalize(vec3(slope, mix(w - dot(slope, ray.xy), 1.0, view.parallel)));
}

#define IN_THE_MIDDLE(name) (SAMPLES == 1u ? name : interpolateAtOffset(name, middle))

Surface rasterized_surface()
{
    vec2 middle = SAMPLES == 1u ? vec2(0.0) : middle_of(uint(gl_SampleMaskIn[0]));
    vec4 t = IN_THE_MIDDLE(texcoords);
    Surface s;
    s.position = IN_THE_MIDDLE(cameraPosition);
    s.normal = normalize(IN_THE_MIDDLE(cameraNormal));
    s.geometricNormal = plane_normal();
    s.tangent = IN_THE_MIDDLE(cameraTangent);
    s.back = !gl_FrontFacing;
    s.color = IN_THE_MIDDLE(vertexColor);
    s.ambient = 1.0;
    if (AMBIENT_OCCLUSION && !SEEN_THROUGH) s.ambient = ambient_at(ivec2(gl_FragCoord.xy), s.position.z);
    s.texcoords = TexCoords(t.xy, dFdx(t.xy), dFdy(t.xy), t.zw, dFdx(t.zw), dFdy(t.zw));
    return s;
}

struct Fragment {
    Layers layers;
    float alpha;
};

Fragment shade_fragment()
{
    Surface s = rasterized_surface();
    MaterialTexels texels = material_texels(draw.material, s.texcoords);
    vec4 color = base_color(draw.material, texels.baseColor, s.color);
    if (FINDS_DEPTH && MASKED && !is_present(color.a, draw.material)) discard;
#ifdef LAYERED
    Layers layers = shade_layered(s, draw.material, texels, color.rgb, draw.firstLayer, objectScale);
#else
    Layers layers = shade(s, draw.material, texels, color.rgb, draw.firstLayer);
#endif
    return Fragment(layers, BLENDED ? color.a : 1.0);
}

#endif
