// Pixels with a trap (fixed pattern, block 0) have one of two levels around their mean; the state is drawn for each frame (random, block 0).

float sensor_telegraph_noise(float signal, SampleSite site, sensor_telegraph_noise_Parameters p)
{
    if (random_uniform(sample_pattern(site, 0u)) > p.share)
    {
        return signal;
    }
    float filled = random_uniform(sample_random(site, 0u)) <= p.duty ? 1.0 : 0.0;
    return signal + p.amplitude_electrons * (filled - p.duty);
}

float sensor_telegraph_noise_variance(float signal, float variance, SampleSite site, sensor_telegraph_noise_Parameters p)
{
    bool has_trap = random_uniform(sample_pattern(site, 0u)) <= p.share;
    return variance + (has_trap ? p.amplitude_electrons * p.amplitude_electrons * p.duty * (1.0 - p.duty) : 0.0);
}
