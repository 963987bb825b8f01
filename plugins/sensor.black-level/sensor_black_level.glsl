// DN + black level.

float sensor_black_level(float signal, SampleSite site, sensor_black_level_Parameters p)
{
    return signal + p.black_level_dn;
}
