// floor(DN + 1/2), clipped to 0 ... 2^bits - 1.

float sensor_adc(float signal, SampleSite site, sensor_adc_Parameters p)
{
    return clamp(floor(signal + 0.5), 0.0, float((1 << p.bits) - 1));
}
