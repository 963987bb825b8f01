// e- + noise of the row: a part that changes from frame to frame and a fixed one. Parts of size 0 draw no numbers.

float sensor_row_noise(float signal, SampleSite site, sensor_row_noise_Parameters p)
{
    if (p.temporal_electrons > 0.0)
    {
        signal += p.temporal_electrons * random_normal(random_draw(row_random(site.pixel), 0u).x);
    }
    if (p.fixed_electrons > 0.0)
    {
        signal += p.fixed_electrons * random_normal(random_draw(row_pattern(site.pixel), 0u).x);
    }
    return signal;
}

float sensor_row_noise_variance(float signal, float variance, SampleSite site, sensor_row_noise_Parameters p)
{
    return variance + p.temporal_electrons * p.temporal_electrons;
}
