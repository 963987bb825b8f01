// e- + noise of the readout. Random numbers: block 0. TukeyLambda.cs says why the quantile is written so.

float sensor_read_noise_tukey_lambda(uint bits, float lambda)
{
    float tail = (float(int(bits & 0x7FFFFFFFu)) + 0.5) * (1.0 / 4294967296.0);
    float above = log(1.0 - tail), below = log(tail);
    float half_width = 0.5 * lambda * (above - below), square = half_width * half_width;
    float ratio = square < 0.09 ? 1.0 + square * (1.0 / 6.0 + square * (1.0 / 120.0)) : sinh(half_width) / half_width;
    float z = (above - below) * exp(0.5 * lambda * (above + below)) * ratio;
    return uintBitsToFloat(floatBitsToUint(z) ^ (bits & 0x80000000u));
}

float sensor_read_noise(float signal, SampleSite site, sensor_read_noise_Parameters p)
{
    uint bits = sample_random(site, 0u);
    float z = p.law == 0 ? random_normal(bits) : sensor_read_noise_tukey_lambda(bits, p.lambda);
    return signal + p.read_noise_electrons * z;
}

// Coefficient: the noise's variance, e-^2.
float sensor_read_noise_variance(float signal, float variance, SampleSite site, sensor_read_noise_Parameters p)
{
    return variance + sensor_read_noise_coefficient(0);
}
