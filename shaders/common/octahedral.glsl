// Octahedral map of the sphere. The unit square folds onto the octahedron |x|+|y|+|z| = 1; +Y is its centre.
// Source: Cigolle et al., "A Survey of Efficient Representations for Independent Unit Vectors", JCGT 3(2), 2014.
#ifndef OCTAHEDRAL_GLSL
#define OCTAHEDRAL_GLSL

// Unit direction to [-1, 1]^2.
vec2 octahedral_encode(vec3 d)
{
    vec2 p = d.xz / (abs(d.x) + abs(d.y) + abs(d.z));
    vec2 folded = (1.0 - abs(p.yx)) * vec2(p.x >= 0.0 ? 1.0 : -1.0, p.y >= 0.0 ? 1.0 : -1.0);
    return d.y >= 0.0 ? p : folded;
}

// Texture coordinate in a map of the given side whose outermost ring of texels repeats what lies across the fold,
// so that bilinear filtering has no seam.
vec2 octahedral_texcoord(vec3 d, float side)
{
    return (octahedral_encode(d) * (0.5 * (side - 2.0)) + 0.5 * side) / side;
}

#endif
