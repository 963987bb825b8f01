// mean e- * (1 + PRNU z), z fixed for each pixel of the sensor (block 0).

float sensor_prnu(float signal, SampleSite site, sensor_prnu_Parameters p)
{
    return signal * max(0.0, 1.0 + p.prnu_percent * 0.01 * random_normal(sample_pattern(site, 0u)));
}
