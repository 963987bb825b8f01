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
    float count = 0.0;
    while (remaining > 0.0 && (count < mean || probability > 1.5e-8) && count < 64.0)
    {
        count++;
        probability *= mean / count;
        remaining -= probability;
    }
    return count;
}

// ln of the Poisson probability times sqrt(2 pi count), in Loader's saddle-point form: k - mean - k ln(k/mean) - Stirling's error.
// It has no large terms that cancel, so a float decides as a double does. The series is that of the logarithm around count = mean.
float random_poisson_exponent(float count, float mean)
{
    float difference = count - mean;
    float ratio = difference / (count + mean);
    float square = ratio * ratio;
    float series = 1.0 / 3.0 + square * (1.0 / 5.0 + square * (1.0 / 7.0 + square * (1.0 / 9.0 + square * (1.0 / 11.0
        + square * (1.0 / 13.0 + square * (1.0 / 15.0 + square * (1.0 / 17.0 + square * (1.0 / 19.0 + square / 21.0))))))));
    float inverse = 1.0 / count;
    float stirling_error = inverse * (1.0 / 12.0 - inverse * inverse * (1.0 / 360.0 - inverse * inverse / 1260.0));
    return -difference * ratio - 2.0 * count * ratio * square * series - stirling_error;
}

// The constants of Hormann's transformed rejection (PTRS, 1993) for one mean.
struct RandomPoissonHat
{
    float mean;
    float a;
    float b;
    float inverse_alpha;
    float quick_limit;
};

RandomPoissonHat random_poisson_hat(float mean)
{
    float b = 0.931 + 2.53 * sqrt(mean);
    return RandomPoissonHat(mean, -0.059 + 0.02483 * b, b, 1.1239 + 1.1328 / (b - 3.4), 0.9277 - 3.6224 / (b - 2.0));
}

bool random_poisson_accepts(RandomPoissonHat hat, uint position_bits, uint height_bits, out float count)
{
    float u = random_uniform(position_bits) - 0.5;
    float v = random_uniform(height_bits);
    float edge = 0.5 - abs(u);
    float inverse_edge = 1.0 / max(edge, 1.0e-8);
    count = floor((2.0 * hat.a * inverse_edge + hat.b) * u + hat.mean + 0.43);
    bool quick = edge >= 0.07 && v <= hat.quick_limit;
    bool possible = (edge >= 0.013 || v <= edge) && count >= 0.0;
    float scale = count < 1.0 ? 1.0 : sqrt(6.28318530717958648 * count);
    float probability = exp(count < 1.0 ? -hat.mean : random_poisson_exponent(max(count, 1.0), hat.mean));
    float width = hat.a * inverse_edge * inverse_edge + hat.b;
    return quick || (possible && v * hat.inverse_alpha * scale <= width * probability);
}

// A Poisson count: inversion below 10, transformed rejection to 1e4, a rounded normal with the right skewness above; 0 for a mean
// that is not positive. Every way begins with the same block, drawn once: a device without branches pays for it once.
float random_poisson(RandomStream s, uint first_block, float mean)
{
    bool rejects = mean >= 10.0 && mean <= 1.0e4;
    RandomPoissonHat hat = random_poisson_hat(clamp(mean, 10.0, 1.0e4));
    float accepted = floor(mean + 0.5);
    uvec4 first = uvec4(0u);
    for (uint block = 0u; block < random_poisson_blocks; block++)
    {
        uvec4 bits = random_draw(s, first_block + block);
        first = block == 0u ? bits : first;
        float one, two;
        bool takes_one = random_poisson_accepts(hat, bits.x, bits.y, one);
        bool takes_two = random_poisson_accepts(hat, bits.z, bits.w, two);
        accepted = takes_one ? one : takes_two ? two : accepted;
        if (takes_one || takes_two || !rejects)
        {
            break;
        }
    }
    if (mean > 1.0e4)
    {
        // The quadratic term (Cornish and Fisher) gives the skewness 1/sqrt(mean) that a plain normal lacks.
        float z = random_normal_pair(first.x, first.y).x;
        return floor(mean + (sqrt(mean) * z + (z * z - 1.0) / 6.0) + 0.5);
    }
    if (rejects)
    {
        return accepted;
    }
    return mean > 0.0 ? random_poisson_invert(first.x, mean) : 0.0;
}

#endif
