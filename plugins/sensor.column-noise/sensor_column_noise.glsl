// e- + noise of the column: a part that changes from frame to frame and a fixed one. Parts of size 0 draw no numbers.

float sensor_column_noise(float signal, SampleSite site, sensor_column_noise_Parameters p)
{
    if (p.temporal_electrons > 0.0)
    {
        signal += p.temporal_electrons * random_normal(random_draw(column_random(site.pixel), 0u).x);
    }
    if (p.fixed_electrons > 0.0)
    {
        signal += p.fixed_electrons * random_normal(random_draw(column_pattern(site.pixel), 0u).x);
    }
    return signal;
}

float sensor_column_noise_variance(float signal, float variance, SampleSite site, sensor_column_noise_Parameters p)
{
    return variance + p.temporal_electrons * p.temporal_electrons;
}
