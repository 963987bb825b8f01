// Inputs of a forward-shaded fragment, at the middle of the samples that it covers: the pixel's centre may lie beyond an edge, and on a
// triangle that is seen edge-on half a pixel beyond is anywhere. Differences of texture coordinates are up to half a
// pixel short or long beside an edge. Radiance leaves multiplied by alpha, so that layers and coverage compose.
#ifndef FORWARD_GLSL
#define FORWARD_GLSL
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

layout(location = 0) centroid in vec3 cameraPosition;
layout(location = 1) centroid in vec3 cameraNormal;
layout(location = 2) centroid in vec4 cameraTangent;
layout(location = 3) centroid in vec4 vertexColor;
layout(location = 4) centroid in vec4 texcoords;
#ifdef LAYERED
layout(location = 5) flat in float objectScale;
#endif

layout(push_constant) uniform Draw {
    uint material;
    uint firstLayer; // layer of target 0
} draw;

// Of the triangle, towards the camera. 1 / Z is linear over the image, also beyond the triangle's edge: differences of positions, which lie where the
// pixel is covered, are rounding where triangles meet.
vec3 plane_normal()
{
    float w = gl_FragCoord.w;
    vec2 slope = vec2(dFdx(w), dFdy(w)) / view.pixelToRay.xy;
    vec3 ray = ray_through(gl_FragCoord.xy - 0.5);
    return -normalize(vec3(slope, w - dot(slope, ray.xy)));
}

Surface rasterized_surface()
{
    Surface s;
    s.position = cameraPosition;
    s.normal = normalize(cameraNormal);
    s.geometricNormal = plane_normal();
    s.tangent = cameraTangent;
    s.back = !gl_FrontFacing;
    s.color = vertexColor;
    s.ambient = 1.0;
    if (AMBIENT_OCCLUSION && !SEEN_THROUGH) s.ambient = ambient_at(ivec2(gl_FragCoord.xy), s.position.z);
    s.texcoords = TexCoords(texcoords.xy, dFdx(texcoords.xy), dFdy(texcoords.xy), texcoords.zw, dFdx(texcoords.zw), dFdy(texcoords.zw));
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
