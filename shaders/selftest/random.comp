// Self-test: one Philox block for each invocation, from counters and keys that use all 32 bits. RandomNumbersCase knows the answers.
#version 460
#extension GL_GOOGLE_include_directive : require
#include "common/random.glsl"

layout(local_size_x = 64) in;
layout(std430, set = 0, binding = 0) writeonly buffer Blocks { uvec4 blocks[]; };

void main()
{
    uint i = gl_GlobalInvocationID.x;
    blocks[i] = philox4x32(uvec4(i, ~i, i * 0x9E3779B9u, i ^ 0xA5A5A5A5u), uvec2(0xDEADBEEFu + i, 0x12345678u - i));
}
