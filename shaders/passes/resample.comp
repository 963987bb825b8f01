// The radiance of those pixels of a lens's image that lie on one face: the mean over the pixel's area of the face's texels, each of which is a
// sample at its centre. Where the lens sees nothing it is dark.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/faces.glsl"
#include "../common/radiance.glsl"

layout(local_size_x = 64) in;
layout(push_constant) uniform Resample {
    Face face;
    uint layers;
    vec2 shift;    // pixels: where within the pixel a single sample lies; else 0
    float mean;    // 1 where a pixel is its mean, 0 where it is the texel nearest to its centre
    vec4 aperture; // the point of the aperture that is looked through, metres; distance of focus, 0 without a lens
} push;

layout(std430, set = 1, binding = 0) readonly buffer FaceRadiance { vec4 faceRadiance[]; };

vec2 place_of(vec3 direction)
{
    vec3 seen = push.aperture.z > 0.0 ? direction * push.aperture.z - vec3(push.aperture.xy, 0.0) : direction;
    return place_on(push.face, seen);
}

// The pixel's box, across one of its axes, with its corners cut by a texel's width; it is narrower by as much as makes its variance the pixel's own.
// distance: pixels. texels: to a pixel.
float kernel(float distance, float texels)
{
    float cut = 1.0 / max(texels, 1.0);
    float width = sqrt(max(1.0 - cut * cut, 0.25));
    return clamp((0.5 * (width + cut) - abs(distance)) / cut, 0.0, 1.0);
}

const float REACH = 0.71; // pixels: half of the kernel's width, whatever a texel's
const int MOST = 8;       // texels across a pixel that are looked at

vec3 texel_of(uint layer, ivec2 texel)
{
    ivec2 within = clamp(texel, ivec2(0), push.face.size - 1);
    return faceRadiance[layer * uint(push.face.size.x * push.face.size.y) + uint(within.y * push.face.size.x + within.x)].rgb;
}

void main()
{
    uint index = gl_GlobalInvocationID.x;
    if (index >= view.pixelCount) return;
    float face = texelFetch(rayMap, int(index)).w;
    bool isDark = face < 0.0; // the first face sees to that
    if (max(face, 0.0) != float(push.face.index)) return;

    Ray ray = ray_at(index);
    vec2 centre = place_of(ray.direction);
    vec2 perColumn = place_of(ray.direction + ray.directionPerColumn) - centre;
    vec2 perRow = place_of(ray.direction + ray.directionPerRow) - centre;
    centre += perColumn * push.shift.x + perRow * push.shift.y;
    mat2 toPixels = inverse(mat2(perColumn, perRow));
    vec2 texels = vec2(length(perColumn), length(perRow));
    vec2 reach = REACH * (abs(perColumn) + abs(perRow));
    ivec2 first = ivec2(ceil(centre - reach)), last = ivec2(floor(centre + reach));
    // No branch and no loop depends on constants alone: see lamp_count().
    bool isMean = push.mean * dot(ray.direction, ray.direction) > 0.0 && !isDark;
    last = isMean ? last : first - 1;
    uint layers = min(push.layers, uint(faceRadiance.length()));
    ivec2 stride = (last - first) / MOST + 1;
    for (uint layer = 0u; layer < layers; layer++) {
        vec3 sum = vec3(0.0);
        float weights = 0.0;
        for (int y = first.y; y <= last.y; y += stride.y) {
            for (int x = first.x; x <= last.x; x += stride.x) {
                vec2 d = toPixels * (vec2(x, y) - centre);
                float weight = kernel(d.x, texels.x) * kernel(d.y, texels.y);
                weights += weight;
                sum += weight * texel_of(layer, ivec2(x, y));
            }
        }
        vec3 value = weights > 0.0 ? sum / weights : texel_of(layer, ivec2(floor(centre + 0.5)));
        radiance[layer * view.pixelCount + index] = vec4(isDark ? vec3(0.0) : value, 1.0);
    }
}
