// Clips the charge before it is read.

float sensor_full_well(float signal, SampleSite site, sensor_full_well_Parameters p)
{
    return min(signal, p.full_well_electrons);
}
