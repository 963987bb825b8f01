// Moves the vertices of a primitive as glTF 2.0 defines it: morph targets by their weights, then linear blend skinning.
// p' = Σ wⱼ Jⱼ (p + Σ mₜ Δpₜ), node space, metres. Deformation.cs is the reference.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "../common/deformation.glsl"

layout(local_size_x = 64) in;

vec3 along(vec4 row0, vec4 row1, vec4 row2, vec3 d)
{
    return vec3(dot(row0.xyz, d), dot(row1.xyz, d), dot(row2.xyz, d));
}

void main()
{
    uint vertex = gl_GlobalInvocationID.x;
    if (vertex >= deformable.vertexCount) {
        return;
    }

    uint at = deformable.firstBound + 3u * vertex;
    vec4 position = bound[at], normal = bound[at + 1u], tangent = bound[at + 2u];
    uint targets = min(deformable.targetCount, uint(displacements.length())); // see lamp_count()
    for (uint target = 0u; target < targets; target++) {
        float weight = poses[deformable.firstWeight + target / 4u][target % 4u];
        uint moved = deformable.firstDisplacement + 3u * (target * deformable.vertexCount + vertex);
        position.xyz += weight * displacements[moved].xyz;
        normal.xyz += weight * displacements[moved + 1u].xyz;
        tangent.xyz += weight * displacements[moved + 2u].xyz;
    }

    vec4 row0 = vec4(0.0), row1 = vec4(0.0), row2 = vec4(0.0);
    float total = 0.0;
    uint sets = min(deformable.setCount, uint(influences.length()));
    for (uint set = 0u; set < sets; set++) {
        uint influence = deformable.firstInfluence + 2u * (set * deformable.vertexCount + vertex);
        uvec4 joints = influences[influence];
        vec4 weights = uintBitsToFloat(influences[influence + 1u]);
        for (uint i = 0u; i < 4u; i++) {
            uint row = deformable.firstJoint + 3u * joints[i];
            row0 += weights[i] * poses[row];
            row1 += weights[i] * poses[row + 1u];
            row2 += weights[i] * poses[row + 2u];
            total += weights[i];
        }
    }

    // A vertex that nothing holds stays where it is.
    if (total > 0.0) {
        position.xyz = along(row0, row1, row2, position.xyz) + vec3(row0.w, row1.w, row2.w);
        vec3 c0 = cross(row1.xyz, row2.xyz);
        vec3 n = along(vec4(c0, 0.0), vec4(cross(row2.xyz, row0.xyz), 0.0), vec4(cross(row0.xyz, row1.xyz), 0.0), normal.xyz);
        normal.xyz = dot(row0.xyz, c0) < 0.0 ? -n : n;
        tangent.xyz = along(row0, row1, row2, tangent.xyz);
    }

    uint result = deformable.firstVertex + vertex;
    positions[result] = position;
    normals[result] = vec4(normalize(normal.xyz), normal.w);
    tangents[result] = vec4(normalize(tangent.xyz), tangent.w);
}
