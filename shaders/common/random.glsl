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

// Blocks that one Poisson count may use, from its first block on.
const uint random_poisson_blocks = 16u;

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

// Uniform in (0, 1], 24 bits, exact in a float.
float random_uniform(uint bits)
{
    return float((bits >> 8) + 1u) * (1.0 / 16777216.0);
}

// Two standard normal numbers (Box and Muller).
vec2 random_normal_pair(uint radius_bits, uint angle_bits)
{
    float radius = sqrt(-2.0 * log(random_uniform(radius_bits)));
    // The angle is folded to [-pi, pi]: sine and cosine lose digits away from zero.
    float angle = 6.28318530717958648 * (random_uniform(angle_bits) - (angle_bits > 0x7FFFFFFFu ? 1.0 : 0.0));
    return radius * vec2(cos(angle), sin(angle));
}

// Ends where the remaining probability is below the 24 bits of the uniform: a sum that misses 1 by a rounding must not run away.
float random_poisson_invert(uint bits, float mean)
{
    float probability = exp(-mean);
    float remaining = random_uniform(bits) - probability;
    int count = 0;
    while (remaining > 0.0 && (float(count) < mean || probability > 1.5e-8) && count < 64)
    {
        count++;
        probability *= mean / float(count);
        remaining -= probability;
    }
    return float(count);
}

// k ln(k/mean) + mean - k without cancellation where k is near the mean (Loader's bd0).
float random_poisson_deviance(float count, float mean)
{
    float difference = count - mean;
    float ratio = difference / (count + mean);
    if (abs(ratio) >= 0.1)
    {
        return count * log(count / mean) - difference;
    }
    float square = ratio * ratio;
    float series = 1.0 / 3.0 + square * (1.0 / 5.0 + square * (1.0 / 7.0 + square * (1.0 / 9.0 + square / 11.0)));
    return difference * ratio + 2.0 * count * ratio * square * series;
}

// ln of the Poisson probability in Loader's saddle-point form: no large terms that cancel, so a float decides as a double does.
float random_poisson_log_probability(float count, float mean)
{
    if (count < 1.0)
    {
        return -mean;
    }
    float inverse = 1.0 / count;
    float square = inverse * inverse;
    float stirling_error = inverse * (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0)));
    return -0.5 * log(6.28318530717958648 * count) - stirling_error - random_poisson_deviance(count, mean);
}

// Transformed rejection (Hormann's PTRS, 1993).
float random_poisson_reject(RandomStream s, uint first_block, float mean)
{
    float b = 0.931 + 2.53 * sqrt(mean);
    float a = -0.059 + 0.02483 * b;
    float inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
    float quick_limit = 0.9277 - 3.6224 / (b - 2.0);
    for (uint block = 0u; block < random_poisson_blocks; block++)
    {
        uvec4 bits = random_draw(s, first_block + block);
        for (int attempt = 0; attempt < 2; attempt++)
        {
            float u = random_uniform(attempt == 0 ? bits.x : bits.z) - 0.5;
            float v = random_uniform(attempt == 0 ? bits.y : bits.w);
            float edge = 0.5 - abs(u);
            if (edge < 0.013 && v > edge)
            {
                continue;
            }
            float count = floor((2.0 * a / edge + b) * u + mean + 0.43);
            if (edge >= 0.07 && v <= quick_limit)
            {
                return count;
            }
            if (count >= 0.0 && log(v * inverse_alpha / (a / (edge * edge) + b)) <= random_poisson_log_probability(count, mean))
            {
                return count;
            }
        }
    }
    return floor(mean + 0.5);
}

// A Poisson count: inversion below 10, transformed rejection to 1e4, a rounded normal with the right skewness above; 0 for a mean that is not positive.
float random_poisson(RandomStream s, uint first_block, float mean)
{
    if (!(mean > 0.0))
    {
        return 0.0;
    }
    if (mean < 10.0)
    {
        return random_poisson_invert(random_draw(s, first_block).x, mean);
    }
    if (mean <= 1.0e4)
    {
        return random_poisson_reject(s, first_block, mean);
    }
    // The quadratic term (Cornish and Fisher) gives the skewness 1/sqrt(mean) that a plain normal lacks.
    uvec4 bits = random_draw(s, first_block);
    float z = random_normal_pair(bits.x, bits.y).x;
    return max(0.0, floor(mean + (sqrt(mean) * z + (z * z - 1.0) / 6.0) + 0.5));
}

#endif
