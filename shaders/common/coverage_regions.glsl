// Where one object's bits lie: a bit for each pixel of a rectangle.
#ifndef COVERAGE_REGIONS_GLSL
#define COVERAGE_REGIONS_GLSL

struct Region {
    int x;         // top left of the rectangle, in pixels of the canvas
    int y;
    uint width;    // 0 where there is nothing
    uint height;
    uint firstBit;
    uint counter;
};

// The bit of a pixel (x, y) is [0] + y · [1] + x; [0] wraps around where the rectangle's first row is above it.
uvec2 rows_of(Region r) { return uvec2(r.firstBit - uint(r.y) * r.width - uint(r.x), r.width); }

uint bit_of(Region r, ivec2 pixel) { return r.firstBit + uint(pixel.y - r.y) * r.width + uint(pixel.x - r.x); }

bool holds(Region r, ivec2 pixel)
{
    return pixel.x >= r.x && pixel.y >= r.y && pixel.x < r.x + int(r.width) && pixel.y < r.y + int(r.height);
}

#endif
