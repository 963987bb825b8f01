// Addressed random numbers: the twin of SensorSim.Randomness in C#, integer for integer.
// Philox4x32-10: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
#ifndef SENSORSIM_RANDOM_GLSL
#define SENSORSIM_RANDOM_GLSL

struct RandomStream
{
    uvec2 key;
    uint pixel;
    uint step;
    uint stream;
};

uvec4 philox4x32(uvec4 counter, uvec2 key)
{
    for (int round = 0; round < 10; round++)
    {
        uint high0, low0, high1, low1;
        umulExtended(0xD2511F53u, counter.x, high0, low0);
        umulExtended(0xCD9E8D57u, counter.z, high1, low1);
        counter = uvec4(high1 ^ counter.y ^ key.x, low1, high0 ^ counter.w ^ key.y, low0);
        key += uvec2(0x9E3779B9u, 0xBB67AE85u);
    }
    return counter;
}

// Four integers; asking twice for a block gives the same ones.
uvec4 random_draw(RandomStream s, uint block)
{
    return philox4x32(uvec4(s.pixel, s.step, s.stream, block), s.key);
}

// One of a block's four integers.
uint random_word(uvec4 words, uint i)
{
    uvec2 pair = (i & 2u) != 0u ? words.zw : words.xy;
    return (i & 1u) != 0u ? pair.y : pair.x;
}

// Uniform in (0, 1], 24 bits, exact in a float.
vec3 random_uniform(uvec3 bits)
{
    return vec3(ivec3((bits >> 8) + 1u)) * (1.0 / 16777216.0);
}

float random_uniform(uint bits)
{
    return float(int((bits >> 8) + 1u)) * (1.0 / 16777216.0);
}

// Standard normal numbers by inversion, one for each integer: the top bit is the sign, the others are the probability beyond the
// number, at least 2^-33 (6.3 standard deviations). The quantile is a rational function of sqrt(-log2(probability)), within 2e-7 in
// probability; there are no branches.
vec3 random_normal(uvec3 bits)
{
    vec3 tail = (vec3(ivec3(bits & 0x7FFFFFFFu)) + 0.5) * (1.0 / 4294967296.0);
    vec3 r = sqrt(-log2(tail));
    vec3 z = (-2.97839393 + r * (-3.84915811 + r * (4.4781183 + r * 2.34943687))) / (1.0 + r * (4.00826353 + r * 1.98791568));
    return uintBitsToFloat(floatBitsToUint(z) ^ (bits & 0x80000000u));
}

float random_normal(uint bits)
{
    float tail = (float(int(bits & 0x7FFFFFFFu)) + 0.5) * (1.0 / 4294967296.0);
    float r = sqrt(-log2(tail));
    float z = (-2.97839393 + r * (-3.84915811 + r * (4.4781183 + r * 2.34943687))) / (1.0 + r * (4.00826353 + r * 1.98791568));
    return uintBitsToFloat(floatBitsToUint(z) ^ (bits & 0x80000000u));
}

// Counts of means of at least 10: the whole part of the quantile's expansion in 1/sqrt(mean) at fixed x = z / sqrt(mean).
// PoissonSampler in C# says where it comes from. The mean's whole part stays out of the sum, whose fraction decides.
vec3 random_poisson_expand(uvec3 bits, vec3 mean)
{
    vec3 z = random_normal(bits);
    vec3 inverse_root = inversesqrt(mean);
    vec3 x = z * inverse_root;
    vec3 leading = 1.0 / 6.0 + x * (-0.013959608 + x * (0.0036942681 + x * (-0.0011356187 + x * (0.00083429079 - x * 0.00057317463))));
    vec3 next = 1.0 / 3.0 + x * (-0.02775039 + x * (0.0076816369 - x * 0.0024978165));
    vec3 last = inverse_root * inverse_root * (-0.01987655 + x * 0.01764127);
    vec3 whole = floor(mean);
    return max(whole + floor((mean - whole) + mean * x + z * z * leading + next + last), 0.0);
}

// Counts of means below 10 by adding up probabilities; 0 where not wanted. The three share a loop: a device that runs lanes in step
// pays for it once. A sum that misses 1 by a rounding must not run away: it ends where the remaining probability is below 24 bits.
vec3 random_poisson_search(uvec3 bits, vec3 mean, bvec3 wanted)
{
    vec3 probability = exp(-mean);
    vec3 remaining = mix(vec3(0.0), random_uniform(bits) - probability, wanted);
    vec3 count = vec3(0.0);
    for (float k = 1.0; any(greaterThan(remaining, vec3(0.0))); k++)
    {
        count += vec3(greaterThan(remaining, vec3(0.0)));
        probability *= mean / k;
        remaining = mix(vec3(0.0), remaining - probability, greaterThan(probability, vec3(1.5e-8)));
    }
    return count;
}

// Poisson counts, one for each integer and mean; 0 for a mean that is not positive.
vec3 random_poisson(uvec3 bits, vec3 mean)
{
    bvec3 small = lessThan(mean, vec3(10.0));
    vec3 large_counts = random_poisson_expand(bits, clamp(mean, 10.0, 1.0e30));
    return mix(large_counts, random_poisson_search(bits, mean, small), small);
}

// One count.
float random_poisson(uint bits, float mean)
{
    float z = random_normal(bits);
    float clamped = clamp(mean, 10.0, 1.0e30);
    float inverse_root = inversesqrt(clamped);
    float x = z * inverse_root;
    float leading = 1.0 / 6.0 + x * (-0.013959608 + x * (0.0036942681 + x * (-0.0011356187 + x * (0.00083429079 - x * 0.00057317463))));
    float next = 1.0 / 3.0 + x * (-0.02775039 + x * (0.0076816369 - x * 0.0024978165));
    float last = inverse_root * inverse_root * (-0.01987655 + x * 0.01764127);
    float whole = floor(clamped);
    float expanded = max(whole + floor((clamped - whole) + clamped * x + z * z * leading + next + last), 0.0);
    if (mean >= 10.0) return expanded;
    float probability = exp(-mean);
    float remaining = mean > 0.0 ? random_uniform(bits) - probability : 0.0;
    float count = 0.0;
    for (float k = 1.0; remaining > 0.0 && probability > 1.5e-8; k++)
    {
        count++;
        probability *= mean / k;
        remaining -= probability;
    }
    return count;
}

#endif
