// mean e- + exposure time * warming * dark current of the pixel, e-/s, fixed for each pixel of the sensor.
// Coefficients: warming; location and scale of the logarithm of a lognormal current.
// Fixed patterns: block 0 spread, block 1 which pixels are hot, block 2 how hot.

float sensor_dark_current_spread(SampleSite site, sensor_dark_current_Parameters p)
{
    float z = p.dsnu_electrons_per_second > 0.0 ? random_normal(sample_pattern(site, 0u)) : 0.0;
    bool lognormal = p.spread == 1 && p.dark_current_electrons_per_second > 0.0;
    return lognormal ? exp(sensor_dark_current_coefficient(1) + sensor_dark_current_coefficient(2) * z)
        : max(0.0, p.dark_current_electrons_per_second + p.dsnu_electrons_per_second * z);
}

float sensor_dark_current_hot(SampleSite site, sensor_dark_current_Parameters p)
{
    if (p.hot_share == 0.0 || random_uniform(sample_pattern(site, 1u)) > p.hot_share)
    {
        return 0.0;
    }
    return p.hot_electrons_per_second * exp(p.hot_log_spread * random_normal(sample_pattern(site, 2u)));
}

float sensor_dark_current(float signal, SampleSite site, sensor_dark_current_Parameters p)
{
    float electrons_per_second = sensor_dark_current_spread(site, p) + sensor_dark_current_hot(site, p);
    return signal + site.pixel.exposure_seconds * sensor_dark_current_coefficient(0) * electrons_per_second;
}
