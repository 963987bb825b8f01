// Exact labels at the pixel's centre from the visibility buffer, in the sample format of the files. Four pixels for each invocation,
// because a word holds four 8-bit or two 16-bit samples. Empty spans are zero already.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/geometry.glsl"
#include "../common/visibility.glsl"
#include "../common/spans.glsl"

layout(constant_id = 0) const uint DEPTH = 0u; // 0 none, 1 integer steps, 2 float metres
layout(constant_id = 1) const bool NORMAL = false;
layout(constant_id = 2) const bool INSTANCE = false;
layout(constant_id = 3) const uint CATEGORY_BITS = 0u; // 0 none, 8, 16

layout(local_size_x = 64) in;
layout(push_constant) uniform Labels {
    uint list;
    uint depthAt; // first word of each plane
    uint normalAt;
    uint instanceAt;
    uint categoryAt;
} push;

layout(std430, set = 0, binding = 20) readonly buffer Categories { uint categories[]; };
layout(std430, set = 0, binding = 21) writeonly buffer Planes { uint planes[]; };

struct Label {
    float depth;
    uint depthSteps;
    uvec3 normal;
    uint instance;
    uint category;
};

uint depth_steps(float depth)
{
    float steps = roundEven(depth / view.depthUnit);
    return steps > 65534.0 ? 65535u : max(uint(steps), 1u);
}

Label label_at(uint pixel)
{
    Label label = Label(0.0, 0u, uvec3(0u), 0u, 0u);
    if (pixel >= view.pixelCount) return label;
    uvec2 seen = visible_at(pixel);
    if (seen.x == 0u) return label;
    label.instance = seen.x;
    if (CATEGORY_BITS != 0u) label.category = categories[seen.x - 1u];
    if (DEPTH == 0u && !NORMAL) return label;

    ivec3 v = ivec3(texelFetch(triangles, int(seen.y)).xyz);
    Pose pose = pose_of(seen.x - 1u);
    Ray ray = ray_at(pixel);
    Triangle t = triangle_of(pose, texelFetch(positions, v.x).xyz, texelFetch(positions, v.y).xyz, texelFetch(positions, v.z).xyz);
    Hit hit = intersect(t, ray);
    vec3 position = point_on(ray, hit);
    label.depth = view.depthIsRange ? length(position) : position.z;
    if (DEPTH == 1u) label.depthSteps = depth_steps(label.depth);
    if (NORMAL) {
        vec3 n = interpolate(texelFetch(normals, v.x).xyz, texelFetch(normals, v.y).xyz, texelFetch(normals, v.z).xyz, hit.weights);
        n = normalize(transform_normal(pose, n));
        if (shows_back(t, ray)) n = -n;
        label.normal = uvec3(roundEven((n + 1.0) * (0.5 * 65535.0)));
    }
    return label;
}

uint pair(uint low, uint high)
{
    return low | (high << 16);
}

void main()
{
    uint span = span_of(push.list, gl_GlobalInvocationID.x / 2u);
    uint quad = span * 2u + gl_GlobalInvocationID.x % 2u;
    if (span == NO_SPAN || quad * 4u >= view.pixelCount) return;
    Label a = label_at(quad * 4u), b = label_at(quad * 4u + 1u), c = label_at(quad * 4u + 2u), d = label_at(quad * 4u + 3u);
    if (DEPTH == 1u) {
        planes[push.depthAt + quad * 2u] = pair(a.depthSteps, b.depthSteps);
        planes[push.depthAt + quad * 2u + 1u] = pair(c.depthSteps, d.depthSteps);
    }
    if (DEPTH == 2u) {
        planes[push.depthAt + quad * 4u] = floatBitsToUint(a.depth);
        planes[push.depthAt + quad * 4u + 1u] = floatBitsToUint(b.depth);
        planes[push.depthAt + quad * 4u + 2u] = floatBitsToUint(c.depth);
        planes[push.depthAt + quad * 4u + 3u] = floatBitsToUint(d.depth);
    }
    if (NORMAL) {
        uint at = push.normalAt + quad * 6u;
        planes[at] = pair(a.normal.x, a.normal.y);
        planes[at + 1u] = pair(a.normal.z, b.normal.x);
        planes[at + 2u] = pair(b.normal.y, b.normal.z);
        planes[at + 3u] = pair(c.normal.x, c.normal.y);
        planes[at + 4u] = pair(c.normal.z, d.normal.x);
        planes[at + 5u] = pair(d.normal.y, d.normal.z);
    }
    if (INSTANCE) {
        planes[push.instanceAt + quad * 2u] = pair(a.instance, b.instance);
        planes[push.instanceAt + quad * 2u + 1u] = pair(c.instance, d.instance);
    }
    if (CATEGORY_BITS == 8u) planes[push.categoryAt + quad] = a.category | (b.category << 8) | (c.category << 16) | (d.category << 24);
    if (CATEGORY_BITS == 16u) {
        planes[push.categoryAt + quad * 2u] = pair(a.category, b.category);
        planes[push.categoryAt + quad * 2u + 1u] = pair(c.category, d.category);
    }
}
