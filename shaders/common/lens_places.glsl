// Where a lens shows a direction: a table over the faces of a cube, as the camera's model says in double precision, interpolated by cubics.
#ifndef LENS_PLACES_GLSL
#define LENS_PLACES_GLSL
#include "rays.glsl"

layout(set = 1, binding = 3) uniform samplerBuffer lensPlaces; // pixels; not a number where the lens shows nothing

const int CELLS = 128;         // of a face, across
const int STRIDE = CELLS + 3;  // entries: corners of cells, and one more on each side
const float SEAM = 0.1;        // image widths between neighbours beyond which an image's seam runs through

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

// The column of a panorama that shows the same.
float within_period(float column, float period)
{
    return period > 0.0 ? column - period * floor((column + 0.5) / period) : column;
}

struct Refined {
    vec2 place;
    bool isFound;    // beside a pixel whose ray, with its changes to the next pixels, leads where it should
    bool isSingular; // one direction is seen along a line there: at a panorama's poles, and opposite the axis of a fisheye
};

// Newton's method on the rays of the image, from a place near by.
Refined refined(vec2 place, vec3 direction, float period)
{
    const float UNSURE = 0.1; // pixels of the last step, and pixels across of what it leaves
    vec2 last = vec2(view.width, view.height) - 1.0;
    Refined result = Refined(place, false, false);
    float stepSize = 1e9;
    for (int i = 0; i < 12 && stepSize > 1e-3; i++) {
        result.place.x = within_period(result.place.x, period);
        vec2 pixel = clamp(floor(result.place + 0.5), vec2(0.0), last);
        Ray ray = ray_at(uint(pixel.y) * view.width + uint(pixel.x));
        vec3 x = ray.directionPerColumn, y = ray.directionPerRow;
        vec3 left = direction - ray.direction;
        float xx = dot(x, x), xy = dot(x, y), yy = dot(y, y), determinant = xx * yy - xy * xy, larger = max(max(xx, yy), 1e-30);
        vec2 right = vec2(dot(x, left), dot(y, left));
        vec2 offset = vec2(yy * right.x - xy * right.y, xx * right.y - xy * right.x) / max(determinant, 1e-30);
        stepSize = length(pixel + offset - result.place);
        result.place = pixel + offset;
        result.isSingular = determinant < 4e-4 * larger * larger;
        result.isFound = ray.direction != vec3(0.0) && stepSize < UNSURE && max(abs(offset.x), abs(offset.y)) < 1.5
            && length(left - offset.x * x - offset.y * y) < UNSURE * sqrt(larger);
    }
    return result;
}

// Pixels; not a number where the lens does not show the direction, or where that is not certain.
vec2 lens_place(vec3 towards, vec2 here, float period)
{
    const float NEAR = 5.0; // pixels: no more is believed of what is singular
    vec3 direction = normalize(towards), cell = cell_of(direction);
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
    bool isSmooth = !any(isnan(sum)) && max(spread.x, spread.y) < SEAM * view.width;
    vec2 start = isSmooth ? sum : nearest;
    bool isOutside = any(lessThan(start, vec2(-0.5))) || any(greaterThan(start, vec2(view.width, view.height) - 0.5));
    if (isSmooth && isOutside) return sum;
    Refined found = refined(here, direction, period);
    if (found.isFound && distance(found.place, here) < 0.5) return found.place;
    Refined there = Refined(start, false, false);
    if (!any(isnan(start))) there = refined(start, direction, period);
    if (there.isFound && !there.isSingular) return there.place;
    return found.isFound && distance(found.place, here) < NEAR ? found.place : vec2(intBitsToFloat(0x7fc00000));
}

#endif
