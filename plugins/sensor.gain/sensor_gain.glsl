// DN = K ISO/100 e-; from a speed on the high conversion gain multiplies it.

float sensor_gain(float signal, SampleSite site, sensor_gain_Parameters p)
{
    float gain = p.gain_dn_per_electron * site.pixel.iso / 100.0;
    return gain * (site.pixel.iso >= p.high_gain_iso ? p.high_gain_factor : 1.0) * signal;
}
