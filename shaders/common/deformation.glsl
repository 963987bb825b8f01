// Deformable meshes: what lies at rest, what moves it, and where the moved vertices go.
#ifndef DEFORMATION_GLSL
#define DEFORMATION_GLSL

// A primitive of a deformable object.
layout(push_constant) uniform Deformable {
    uint firstVertex;       // in positions, normals, tangents
    uint vertexCount;
    uint firstBound;        // in bound: three for each vertex
    uint targetCount;
    uint firstDisplacement; // in displacements: three for each vertex, target after target
    uint setCount;          // sets of four joints for each vertex
    uint firstInfluence;    // in influences: two for each vertex, set after set
    uint firstWeight;       // in poses: the morph weights, four to an element
    uint firstJoint;        // in poses: three rows for each joint
    uint firstTriangle;     // in triangles
    uint triangleCount;
    uint firstNamed;        // in named
    uint namedCount;
} deformable;

// Position and u, normal and v, tangent.
layout(std430, set = 0, binding = 0) readonly buffer Bound { vec4 bound[]; };
// Of position, normal and tangent.
layout(std430, set = 0, binding = 1) readonly buffer Displacements { vec4 displacements[]; };
// Four joints, then the bits of their weights.
layout(std430, set = 0, binding = 2) readonly buffer Influences { uvec4 influences[]; };
layout(std430, set = 0, binding = 3) readonly buffer Poses { vec4 poses[]; };
layout(std430, set = 0, binding = 4) buffer Positions { vec4 positions[]; };
layout(std430, set = 0, binding = 5) buffer Normals { vec4 normals[]; };
layout(std430, set = 0, binding = 6) buffer Tangents { vec4 tangents[]; };
// Three vertices and the material slot.
layout(std430, set = 0, binding = 7) readonly buffer Triangles { uvec4 triangles[]; };
// Vertices that name their triangle: position bits and the triangle.
layout(std430, set = 0, binding = 8) buffer Named { uvec4 named[]; };
// The vertex behind each of them.
layout(std430, set = 0, binding = 9) readonly buffer NamedSources { uint namedSources[]; };

#endif
