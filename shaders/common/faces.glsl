// One of the pinhole images that a lens's image is made from, as seen from the lens.
#ifndef FACES_GLSL
#define FACES_GLSL
#include "rays.glsl"

struct Face {
    vec4 rows[3];  // camera frame to the face's; w: focal length, principal point, pixels
    ivec2 size;
    uint index;
};

// Place of a direction on the face, pixels.
vec2 place_on(Face face, vec3 direction)
{
    float z = dot(face.rows[2].xyz, direction);
    vec2 xy = vec2(dot(face.rows[0].xyz, direction), dot(face.rows[1].xyz, direction));
    return xy * (face.rows[0].w / max(z, 1e-6)) + vec2(face.rows[1].w, face.rows[2].w);
}

ivec2 texel_at(Face face, vec2 place)
{
    return clamp(ivec2(floor(place + 0.5)), ivec2(0), face.size - 1);
}

#endif
