// Where a lens shows a direction: a table over the faces of a cube, as the camera's model says in double precision, interpolated by cubics.
#ifndef LENS_PLACES_GLSL
#define LENS_PLACES_GLSL
#include "rays.glsl"

layout(set = 1, binding = 3) uniform samplerBuffer lensPlaces; // pixels; not a number where the lens shows nothing

const int CELLS = 128;         // of a face, across
const int STRIDE = CELLS + 3;  // entries: corners of cells, and one more on each side
const float SEAM = 100.0;      // pixels between neighbours beyond which an image's seam runs through

// Cube face, and place on it in cells, of a direction; faces in the order of LensRays.
vec3 cell_of(vec3 d)
{
    vec3 a = abs(d);
    vec3 t; // face, X / Z, Y / Z
    if (a.z >= a.x && a.z >= a.y) t = d.z > 0.0 ? vec3(0.0, d.x, d.y) : vec3(1.0, -d.x, d.y);
    else if (a.x >= a.y) t = d.x > 0.0 ? vec3(2.0, -d.z, d.y) : vec3(3.0, d.z, d.y);
    else t = d.y > 0.0 ? vec3(4.0, d.x, -d.z) : vec3(5.0, d.x, d.z);
    return vec3(t.x, (t.yz / max(a.x, max(a.y, a.z)) + 1.0) * (0.5 * float(CELLS)));
}

vec2 entry(int face, ivec2 at)
{
    return texelFetch(lensPlaces, (face * STRIDE + at.y + 1) * STRIDE + at.x + 1).xy;
}

// Catmull and Rom.
vec4 cubic(float f)
{
    float g = 1.0 - f;
    return 0.5 * vec4(-f * g * g, 2.0 - f * f * (5.0 - 3.0 * f), 2.0 - g * g * (5.0 - 3.0 * g), -g * f * f);
}

// Newton's method on the rays of the image, from a place near by.
vec2 refined(vec2 place, vec3 direction)
{
    vec2 last = vec2(view.width, view.height) - 1.0;
    for (int i = 0; i < 4; i++) {
        vec2 pixel = clamp(floor(place + 0.5), vec2(0.0), last);
        Ray ray = ray_at(uint(pixel.y) * view.width + uint(pixel.x));
        vec3 x = ray.directionPerColumn, y = ray.directionPerRow;
        vec3 left = direction - ray.direction;
        float xx = dot(x, x), xy = dot(x, y), yy = dot(y, y);
        vec2 right = vec2(dot(x, left), dot(y, left));
        place = pixel + vec2(yy * right.x - xy * right.y, xx * right.y - xy * right.x) / max(xx * yy - xy * xy, 1e-30);
    }
    return place;
}

// Pixels; not a number where the lens does not show the direction.
vec2 lens_place(vec3 direction)
{
    vec3 cell = cell_of(direction);
    ivec2 first = ivec2(min(cell.yz, vec2(float(CELLS) - 1e-3)));
    vec2 f = cell.yz - vec2(first);
    vec4 wx = cubic(f.x), wy = cubic(f.y);
    vec2 nearest = entry(int(cell.x), first + ivec2(greaterThan(f, vec2(0.5))));
    vec2 sum = vec2(0.0), spread = vec2(0.0);
    for (int i = 0; i < 16; i++) {
        vec2 e = entry(int(cell.x), first + ivec2(i % 4 - 1, i / 4 - 1));
        sum += wx[i % 4] * wy[i / 4] * e;
        spread = max(spread, abs(e - nearest));
    }
    bool isSmooth = !any(isnan(sum)) && max(spread.x, spread.y) < SEAM;
    return isSmooth ? sum : any(isnan(nearest)) ? nearest : refined(nearest, normalize(direction));
}

#endif
