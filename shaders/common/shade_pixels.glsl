// Shades the pixels of one material, or of all without textures that use the same features, from the visibility buffer: each visible pixel once, at its centre.
#ifndef SHADE_PIXELS_GLSL
#define SHADE_PIXELS_GLSL
#include "geometry.glsl"
#ifdef LAYERED
#include "layered_shading.glsl"
#else
#include "shading.glsl"
#endif
#include "texcoords.glsl"
#ifdef SAMPLED
#define SAMPLE_SET 2
#include "samples.glsl"
#include "nearest.glsl"
layout(local_size_x = 64) in;
layout(push_constant) uniform List {
    uint list;
    uint firstCluster; // the view's
} push;

layout(set = 3, binding = 0) uniform usamplerBuffer clusters; // of culling.glsl

// x: instance id, y: triangle.
uvec2 shown_by(uvec2 seen)
{
    uvec4 cluster = texelFetch(clusters, int(push.firstCluster + cluster_of(seen.y)));
    bool isSmall = instance_of(seen) == MICROPOLYGON;
    return isSmall ? uvec2(cluster.x + 1u, cluster.y + triangle_of_cluster(seen.y)) : uvec2(instance_of(seen), seen.y);
}
#else
#include "span_pixels.glsl"
#endif
#include "radiance.glsl"

#ifdef LAYERED
#define NEEDS_TANGENT (HAS_TEXTURE(NORMAL) || LAYERS_NEED_TANGENT)
#define NEEDS_SECOND_SET ((FEATURES & (0x1fu << 5)) != 0u || LAYERS_USE_SECOND_SET)
#define SHARES_LIST false
#else
#define NEEDS_TANGENT HAS_TEXTURE(NORMAL)
#define NEEDS_SECOND_SET ((FEATURES & (0x1fu << 5)) != 0u)
#define SHARES_LIST UNTEXTURED
#endif

// at: image point, integer = pixel's centre.
Surface surface_at(uint pixel, vec2 at, uvec2 seen, uvec4 corners)
{
    ivec3 v = ivec3(corners.xyz);
    Pose pose = pose_of(seen.x - 1u);
    vec4 p0 = texelFetch(positions, v.x), p1 = texelFetch(positions, v.y), p2 = texelFetch(positions, v.z);
    vec4 n0 = texelFetch(normals, v.x), n1 = texelFetch(normals, v.y), n2 = texelFetch(normals, v.z);
    Ray ray = ray_through_place(at);
    Triangle t = triangle_of(pose, p0.xyz, p1.xyz, p2.xyz);
    Hit hit = intersect(t, ray);

    Surface s;
    s.position = point_on(ray, hit);
    s.back = shows_back(t, ray);
    s.geometricNormal = normalize(s.back ? -t.normal : t.normal);
    s.normal = normalize(transform_normal(pose, interpolate(n0.xyz, n1.xyz, n2.xyz, hit.weights)));
    s.tangent = vec4(0.0);
    if (NEEDS_TANGENT) {
        vec4 g0 = texelFetch(tangents, v.x), g1 = texelFetch(tangents, v.y), g2 = texelFetch(tangents, v.z);
        s.tangent = vec4(transform_direction(pose, interpolate(g0.xyz, g1.xyz, g2.xyz, hit.weights)), g0.w * handedness(pose));
    }
    s.ambient = AMBIENT_OCCLUSION ? ambient[pixel].x : 1.0;
    s.color = vec4(1.0);
    if (VERTEX_COLORS) s.color = interpolate(texelFetch(colors, v.x), texelFetch(colors, v.y), texelFetch(colors, v.z), hit.weights);
    vec2 a1 = vec2(0.0), b1 = vec2(0.0), c1 = vec2(0.0);
    if (NEEDS_SECOND_SET) {
        a1 = texelFetch(texcoords1, v.x).xy;
        b1 = texelFetch(texcoords1, v.y).xy;
        c1 = texelFetch(texcoords1, v.z).xy;
    }
    s.texcoords = texcoords_at(hit, vec2(p0.w, n0.w), vec2(p1.w, n1.w), vec2(p2.w, n2.w), a1, b1, c1);
    return s;
}

#ifdef SAMPLED
void main()
{
    uint entry = gl_GlobalInvocationID.x;
    if (entry >= sampled.count) return;
    uint item = sampled.items[entry];
    uvec2 seen = seenBySamples[item];
    uvec2 shown = shown_by(seen);
    uvec4 corners = texelFetch(triangles, int(shown.y));
    if ((SHARES_LIST ? list_of(corners.w) : corners.w) != push.list) return;
    uint material = SHARES_LIST ? corners.w : push.list;
    uint pixel = item / SAMPLES;
    Surface s = surface_at(pixel, vec2(pixel_of(pixel)) + middle_of(mask_of(seen)), shown, corners);
    MaterialTexels texels = material_texels(material, s.texcoords);
    vec3 color = base_color(material, texels.baseColor, s.color).rgb;
    sampleRadiance[item] = vec4(shade(s, material, texels, color, 0u).radiance[0], 1.0);
}
#else
void main()
{
    uint pixel = span_pixel();
    if (pixel == NO_PIXEL) return;
    uvec2 seen = visible_at(pixel);
    if (seen.x == 0u) return;
    uvec4 corners = texelFetch(triangles, int(seen.y));
    if ((SHARES_LIST ? list_of(corners.w) : corners.w) != push.list) return;
    uint material = SHARES_LIST ? corners.w : push.list;
    Surface s = surface_at(pixel, vec2(pixel_of(pixel)), seen, corners);
    MaterialTexels texels = material_texels(material, s.texcoords);
    vec3 color = base_color(material, texels.baseColor, s.color).rgb;
#ifdef LAYERED
    Layers layers = shade_layered(s, material, texels, color, push.firstLayer, 1.0);
#else
    Layers layers = shade(s, material, texels, color, push.firstLayer);
#endif
    for (uint k = 0u; k < LAYERS; k++) radiance[(push.firstLayer + k) * view.pixelCount + pixel] = vec4(layers.radiance[k], 1.0);
}
#endif

#endif
