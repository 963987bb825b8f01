// e- + DSNU z, z fixed for each pixel of the sensor (block 0).

float sensor_dsnu(float signal, SampleSite site, sensor_dsnu_Parameters p)
{
    return signal + p.dsnu_electrons * random_normal(sample_pattern(site, 0u));
}
