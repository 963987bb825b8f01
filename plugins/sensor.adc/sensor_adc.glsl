// floor(DN + 1/2), clipped to 0 ... 2^bits - 1.

float sensor_adc(float signal, SampleSite site, sensor_adc_Parameters p)
{
    return clamp(floor(signal + 0.5), 0.0, float((1 << p.bits) - 1));
}

// Rounding adds that of a uniform number; what is clipped has none.
float sensor_adc_variance(float signal, float variance, SampleSite site, sensor_adc_Parameters p)
{
    return signal >= 0.0 && signal <= float((1 << p.bits) - 1) ? variance + 1.0 / 12.0 : 0.0;
}
