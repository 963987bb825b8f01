#ifndef PIXELS_GLSL
#define PIXELS_GLSL

// Column and row of a linear index. Integer division is slow where vectors are emulated; the rounded quotient is at most one off.
ivec2 pixel_at(uint index, int width, float rowsPerPixel)
{
    int row = int(float(index) * rowsPerPixel);
    int column = int(index) - row * width;
    int correction = column < 0 ? -1 : (column >= width ? 1 : 0);
    return ivec2(column - correction * width, row + correction);
}

#endif
