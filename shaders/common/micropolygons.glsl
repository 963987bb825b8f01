// Triangles of about a pixel's size, rasterized by compute shaders: the rules of Vulkan's rasterization (8 bits below a pixel, top-left rule),
// one invocation for a cluster's triangles. Rasterizers of software devices set each triangle up on one thread and visit blocks of 4×4 pixels.
#ifndef MICROPOLYGONS_GLSL
#define MICROPOLYGONS_GLSL

const int PIXEL = 256; // steps of the grid to which corners snap

// Corners and edges, counted in steps from the top left of the first pixel.
struct Micropolygon {
    ivec2 first;     // pixels whose sample may lie within
    ivec2 last;
    ivec3 edges;     // functions of the edges against corners a, b, c at the first pixel's top left; positive within
    ivec3 perColumn; // how they change, for a step
    ivec3 perRow;
    ivec3 least;     // from which on a point belongs to the triangle
    float inverseArea;
};

ivec2 snapped(vec4 clip)
{
    vec2 halfSize = 0.5 * vec2(view.width, view.height);
    return ivec2(roundEven(fma(clip.xy * (1.0 / clip.w), halfSize, halfSize) * float(PIXEL)));
}

// Of an edge that has the inner side to its right on the image, where rows go down: whether it is a top or a left one.
int least_of(ivec2 edge) { return edge.y < 0 || (edge.y == 0 && edge.x > 0) ? 0 : 1; }

// nearest, farthest: of the samples' places within a pixel, in steps. What turns its back, or has no area, has no pixels.
Micropolygon micropolygon_of(ivec2 a, ivec2 b, ivec2 c, uint flags, int nearest, int farthest)
{
    Micropolygon m;
    ivec2 low = min(a, min(b, c)), high = max(a, max(b, c));
    m.first = max((low - nearest + (PIXEL - 1)) >> 8, ivec2(0));
    m.last = min((high - farthest) >> 8, ivec2(view.width, view.height) - 1);
    ivec2 ab = b - a, ac = c - a;
    int area = ab.x * ac.y - ab.y * ac.x;
    bool faces = (flags & MIRRORED) != 0u ? area > 0 : area < 0; // rows go down: fronts turn the other way
    if (area == 0 || !(faces || (flags & TWO_SIDED) != 0u)) m.last = m.first - 1;
    int turn = area < 0 ? -1 : 1;
    ivec2 edgeA = turn * (c - b), edgeB = turn * (a - c), edgeC = turn * ab;
    ivec2 origin = m.first * PIXEL;
    m.perColumn = ivec3(-edgeA.y, -edgeB.y, -edgeC.y);
    m.perRow = ivec3(edgeA.x, edgeB.x, edgeC.x);
    m.edges = ivec3(origin.x - b.x, origin.x - c.x, origin.x - a.x) * m.perColumn + ivec3(origin.y - b.y, origin.y - c.y, origin.y - a.y) * m.perRow;
    m.least = ivec3(least_of(edgeA), least_of(edgeB), least_of(edgeC));
    m.inverseArea = 1.0 / float(abs(area));
    return m;
}

// The next pixel, row after row.
void step_pixel(inout ivec2 at, inout ivec3 edges, Micropolygon m)
{
    bool ends = at.x == m.last.x;
    edges += PIXEL * (ends ? m.perRow - (m.last.x - m.first.x) * m.perColumn : m.perColumn);
    at = ends ? ivec2(m.first.x, at.y + 1) : ivec2(at.x + 1, at.y);
}

bool has_pixels(Micropolygon m) { return m.first.x <= m.last.x; }

// at: steps from the pixel's top left.
ivec3 edges_at(ivec3 edges, Micropolygon m, ivec2 at) { return edges + at.x * m.perColumn + at.y * m.perRow; }

bool is_within(ivec3 edges, Micropolygon m) { return all(greaterThanEqual(edges, m.least)); }

#endif
