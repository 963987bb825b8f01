// Poisson(mean e-). Random numbers: block 0.

float sensor_shot_noise(float signal, SampleSite site, sensor_shot_noise_Parameters p)
{
    return p.poisson ? random_poisson(sample_random(site, 0u), signal) : signal;
}

float sensor_shot_noise_variance(float signal, float variance, SampleSite site, sensor_shot_noise_Parameters p)
{
    return variance + (p.poisson ? max(0.0, signal) : 0.0);
}
